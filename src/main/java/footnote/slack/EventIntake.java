package footnote.slack;

import com.slack.api.app_backend.events.payload.Authorization;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.bolt.App;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AssistantThreadStartedEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageDeletedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads Slack's events: who said what where. Bots, the bot itself among them, are not heard. Threads may share it. */
final class EventIntake {
    private static final String TOMBSTONE = "tombstone";

    private final Conversations conversations;
    private final AssistantPane pane;
    private final BotIdentity bot;

    EventIntake(Conversations conversations, AssistantPane pane, BotIdentity bot) {
        this.conversations = conversations;
        this.pane = pane;
        this.bot = bot;
    }

    void register(App app) {
        on(app, AppMentionEvent.class, this::mentioned);
        on(app, MessageEvent.class, this::said);
        on(app, MessageFileShareEvent.class, this::shared);
        on(app, MessageThreadBroadcastEvent.class, this::broadcast);
        on(app, MessageChangedEvent.class, this::changed);
        on(app, MessageDeletedEvent.class, this::deleted);
        on(app, AssistantThreadStartedEvent.class, this::opened);
    }

    private <E extends Event> void on(App app, Class<E> type, Consumer<EventsApiPayload<E>> listener) {
        app.event(type, (payload, context) -> {
            learnIdentity(payload);
            listener.accept(payload);
            return context.ack();
        });
    }

    private void learnIdentity(EventsApiPayload<?> payload) {
        if (payload.getAuthorizations() == null) {
            return;
        }
        for (Authorization receiver : payload.getAuthorizations()) {
            if (Boolean.TRUE.equals(receiver.getIsBot()) && receiver.getUserId() != null) {
                bot.heard(receiver.getUserId());
            }
        }
    }

    private void mentioned(EventsApiPayload<AppMentionEvent> payload) {
        AppMentionEvent event = payload.getEvent();
        Asked asked = asked(
                event.getChannel(),
                event.getTs(),
                event.getThreadTs(),
                event.getUser(),
                payload.getTeamId(),
                event.getText(),
                event.getEdited() == null ? null : event.getEdited().getTs(),
                null);
        if (!isPerson(event.getUser(), event.getBotId())) {
            return;
        }
        if (asked.revision().isEmpty()) {
            conversations.asked(asked);
        } else {
            conversations.edited(asked);
        }
    }

    private void said(EventsApiPayload<MessageEvent> payload) {
        MessageEvent event = payload.getEvent();
        if (isPerson(event.getUser(), event.getBotId())) {
            said(asked(
                    event.getChannel(),
                    event.getTs(),
                    event.getThreadTs(),
                    event.getUser(),
                    payload.getTeamId(),
                    event.getText(),
                    null,
                    event.getChannelType()));
        }
    }

    private void shared(EventsApiPayload<MessageFileShareEvent> payload) {
        MessageFileShareEvent event = payload.getEvent();
        if (isPerson(event.getUser(), null)) {
            said(asked(
                    event.getChannel(),
                    event.getTs(),
                    event.getThreadTs(),
                    event.getUser(),
                    payload.getTeamId(),
                    event.getText(),
                    null,
                    event.getChannelType()));
        }
    }

    private void broadcast(EventsApiPayload<MessageThreadBroadcastEvent> payload) {
        MessageThreadBroadcastEvent event = payload.getEvent();
        if (isPerson(event.getUser(), null)) {
            said(asked(
                    event.getChannel(),
                    event.getTs(),
                    event.getThreadTs(),
                    event.getUser(),
                    payload.getTeamId(),
                    event.getText(),
                    null,
                    event.getChannelType()));
        }
    }

    private void said(Asked asked) {
        if (asked.direct()) {
            pane.asked(asked);
        }
        conversations.said(asked);
    }

    private void changed(EventsApiPayload<MessageChangedEvent> payload) {
        MessageChangedEvent event = payload.getEvent();
        MessageChangedEvent.Message message = event.getMessage();
        boolean gone = TOMBSTONE.equals(message.getSubtype());
        Asked asked = asked(
                event.getChannel(),
                message.getTs(),
                message.getThreadTs(),
                message.getUser(),
                payload.getTeamId(),
                message.getText(),
                message.getEdited() == null ? null : message.getEdited().getTs(),
                event.getChannelType());
        if (gone) {
            conversations.deleted(asked);
        } else if (isPerson(message.getUser(), message.getBotId()) && hasNewWords(event)) {
            conversations.edited(asked);
        }
    }

    /** Slack also tells of changes that nobody made, for instance of a link that was given a preview. */
    private static boolean hasNewWords(MessageChangedEvent event) {
        MessageChangedEvent.PreviousMessage before = event.getPreviousMessage();
        String text = String.valueOf(event.getMessage().getText());
        boolean same = before != null
                && before.getMessage() != null
                && text.equals(before.getMessage().getText());
        return event.getMessage().getEdited() != null && !same;
    }

    private void deleted(EventsApiPayload<MessageDeletedEvent> payload) {
        MessageDeletedEvent event = payload.getEvent();
        var before = event.getPreviousMessage();
        conversations.deleted(asked(
                event.getChannel(),
                event.getDeletedTs(),
                before == null ? null : before.getThreadTs(),
                before == null ? null : before.getUser(),
                payload.getTeamId(),
                before == null ? null : before.getText(),
                null,
                event.getChannelType()));
    }

    private void opened(EventsApiPayload<AssistantThreadStartedEvent> payload) {
        var thread = payload.getEvent().getAssistantThread();
        pane.opened(thread.getChannelId(), thread.getThreadTs());
    }

    private boolean isPerson(@Nullable String user, @Nullable String botId) {
        return user != null && botId == null && !user.equals(bot.userIfKnown());
    }

    private static Asked asked(
            String channel,
            String ts,
            @Nullable String thread,
            @Nullable String user,
            @Nullable String team,
            @Nullable String text,
            @Nullable String revision,
            @Nullable String channelType) {
        return new Asked(
                channel,
                ts,
                thread == null ? ts : thread,
                user == null ? "" : user,
                team == null ? "" : team,
                text == null ? "" : text,
                revision == null ? Asked.ORIGINAL : revision,
                "im".equals(channelType));
    }
}
