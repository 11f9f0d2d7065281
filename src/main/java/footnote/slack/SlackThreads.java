package footnote.slack;

import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import footnote.domain.Question;
import footnote.domain.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Slack itself remembers of a thread: who said what, and which of the bot's messages answers which question, which
 * stands in the message's metadata. Threads may share it.
 */
final class SlackThreads {
    private static final String ANSWER = "footnote_answer";
    private static final String QUESTION = "question";
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;

    private final SlackCalls calls;
    private final BotIdentity bot;

    SlackThreads(SlackCalls calls, BotIdentity bot) {
        this.calls = calls;
        this.bot = bot;
    }

    /** Says, in an answer's message, which question it answers. */
    static Message.Metadata metadata(Asked asked) {
        return Message.Metadata.builder()
                .eventType(ANSWER)
                .eventPayload(Map.of(QUESTION, asked.ts()))
                .build();
    }

    /** The turns before a question, oldest first, as many as a question may have. */
    List<Turn> history(Asked asked) {
        List<Turn> turns = new ArrayList<>();
        for (Message message : messages(asked.channel(), asked.thread())) {
            if (message.getTs().compareTo(asked.ts()) < 0) {
                turn(message).ifPresent(turns::add);
            }
        }
        return List.copyOf(turns.subList(Math.max(0, turns.size() - Question.MOST_TURNS), turns.size()));
    }

    private Optional<Turn> turn(Message message) {
        boolean answer = isAnswer(message);
        String text = SlackMarkup.plain(String.valueOf(message.getText()), bot.user());
        if (text.isEmpty() || (!answer && message.getBotId() != null)) {
            return Optional.empty();
        }
        String said = text.substring(0, Math.min(text.length(), Question.LONGEST_TURN));
        return Optional.of(new Turn(answer ? Turn.Role.ASSISTANT : Turn.Role.USER, said));
    }

    /** Whether the bot has answered in a thread. */
    boolean hasAnswer(String channel, String thread) {
        return messages(channel, thread).stream().anyMatch(this::isAnswer);
    }

    /** The message that answers a question. */
    Optional<String> answerTo(Asked asked) {
        return messages(asked.channel(), asked.thread()).stream()
                .filter(message -> isAnswer(message) && asked.ts().equals(answered(message)))
                .map(Message::getTs)
                .findFirst();
    }

    /** A message of the bot after a question that says of no question that it answers it: a stream cut off. */
    Optional<String> unfinished(Asked asked) {
        return messages(asked.channel(), asked.thread()).stream()
                .filter(message -> bot.user().equals(message.getUser()) && message.getMetadata() == null)
                .map(Message::getTs)
                .filter(ts -> ts.compareTo(asked.ts()) > 0)
                .findFirst();
    }

    private boolean isAnswer(Message message) {
        return bot.user().equals(message.getUser()) && answered(message) != null;
    }

    private static @Nullable String answered(Message message) {
        Message.Metadata metadata = message.getMetadata();
        if (metadata == null || !ANSWER.equals(metadata.getEventType()) || metadata.getEventPayload() == null) {
            return null;
        }
        return String.valueOf(metadata.getEventPayload().get(QUESTION));
    }

    /** All messages of a thread, oldest first; none if Slack knows no such thread. */
    private List<Message> messages(String channel, String thread) {
        List<Message> messages = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            ConversationsRepliesResponse response = page(channel, thread, cursor);
            messages.addAll(response.getMessages());
            ResponseMetadata next = response.getResponseMetadata();
            cursor = next == null || next.getNextCursor() == null ? "" : next.getNextCursor();
            if (cursor.isEmpty()) {
                break;
            }
        }
        return messages;
    }

    private ConversationsRepliesResponse page(String channel, String thread, String cursor) {
        try {
            return calls.patient(client -> client.conversationsReplies(request -> request.channel(channel)
                    .ts(thread)
                    .limit(PAGE)
                    .includeAllMetadata(true)
                    .cursor(cursor.isEmpty() ? null : cursor)));
        } catch (SlackFault fault) {
            if (!fault.is("thread_not_found", "channel_not_found", "missing_scope", "not_in_channel")) {
                throw fault;
            }
            ConversationsRepliesResponse none = new ConversationsRepliesResponse();
            none.setMessages(List.of());
            return none;
        }
    }
}
