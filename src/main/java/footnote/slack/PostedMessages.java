package footnote.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.block.LayoutBlock;
import footnote.slack.Abilities.Ability;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's calls that make, change and take away the message which answers one question. */
final class PostedMessages {
    private static final Logger LOG = LoggerFactory.getLogger(PostedMessages.class);

    private final Workspace workspace;
    private final Asked asked;

    PostedMessages(Workspace workspace, Asked asked) {
        this.workspace = workspace;
        this.asked = asked;
    }

    /** Shows below the thread what the bot does; false if that can't be shown here. */
    boolean setStatus(String status) {
        if (!workspace.abilities().has(Ability.STATUS, asked.channel())) {
            return false;
        }
        try {
            workspace
                    .calls()
                    .once(client -> client.assistantThreadsSetStatus(request -> request.channelId(asked.channel())
                            .threadTs(asked.thread())
                            .status(status)));
            return true;
        } catch (SlackFault fault) {
            workspace.abilities().refused(Ability.STATUS, asked.channel(), fault);
            return false;
        }
    }

    boolean mayStream() {
        return workspace.abilities().has(Ability.STREAM, asked.channel());
    }

    /**
     * Begins a message that grows.
     *
     * @return its time stamp
     */
    String startStream(String text) {
        try {
            return workspace
                    .calls()
                    .once(client -> client.chatStartStream(request -> request.channel(asked.channel())
                            .threadTs(asked.thread())
                            .recipientUserId(asked.user())
                            .recipientTeamId(asked.team())
                            .markdownText(SlackMarkup.markdown(text))))
                    .getTs();
        } catch (SlackFault fault) {
            workspace.abilities().refused(Ability.STREAM, asked.channel(), fault);
            throw fault;
        }
    }

    void appendTo(String message, String text) {
        workspace
                .calls()
                .once(client -> client.chatAppendStream(request ->
                        request.channel(asked.channel()).ts(message).markdownText(SlackMarkup.markdown(text))));
    }

    /** Ends a stream; where there is none any more, nothing needs to be ended. */
    void stopStream(String message) {
        try {
            workspace
                    .calls()
                    .patient(client -> client.chatStopStream(request ->
                            request.channel(asked.channel()).ts(message).metadata(SlackThreads.metadata(asked))));
        } catch (SlackFault fault) {
            LOG.debug("a stream could not be stopped; its message is replaced", fault);
        }
    }

    /**
     * Posts a reply, once, also where Slack's answer is lost.
     *
     * @return its time stamp
     */
    String post(SlackReply reply) {
        return withButtons(reply, blocks -> workspace
                .calls()
                .patient(client -> send(client, reply, blocks), () -> there().map(PostedMessages::response))
                .getTs());
    }

    private ChatPostMessageResponse send(MethodsClient client, SlackReply reply, List<LayoutBlock> blocks)
            throws IOException, SlackApiException {
        return client.chatPostMessage(request -> request.channel(asked.channel())
                .threadTs(asked.thread())
                .text(reply.text())
                .blocks(blocks)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .metadata(SlackThreads.metadata(asked)));
    }

    private static ChatPostMessageResponse response(String message) {
        ChatPostMessageResponse response = new ChatPostMessageResponse();
        response.setTs(message);
        return response;
    }

    /** A message of ours for this question that is there although nobody told us. */
    Optional<String> there() {
        return workspace.threads().answerTo(asked);
    }

    /** The same, or a stream that was cut off before it could say what it answers. */
    Optional<String> thereOrUnfinished() {
        return there().or(() -> workspace.threads().unfinished(asked));
    }

    /** Replaces what a message says. */
    void update(String message, SlackReply reply) {
        withButtons(reply, blocks -> workspace
                .calls()
                .patient(updating(message, reply, blocks))
                .getTs());
    }

    /** Replaces it if that works at once; the next one will. */
    void updateForNow(String message, SlackReply reply) {
        workspace.calls().once(updating(message, reply, reply.body()));
    }

    private SlackCalls.Call<ChatUpdateResponse> updating(String message, SlackReply reply, List<LayoutBlock> blocks) {
        return client -> client.chatUpdate(request -> request.channel(asked.channel())
                .ts(message)
                .text(reply.text())
                .blocks(blocks)
                .metadata(SlackThreads.metadata(asked)));
    }

    void delete(String message) {
        try {
            workspace
                    .calls()
                    .patient(client -> client.chatDelete(
                            request -> request.channel(asked.channel()).ts(message)));
        } catch (SlackFault fault) {
            if (!fault.is("message_not_found")) {
                throw fault;
            }
        }
    }

    /** With Slack's own feedback buttons, or, where it doesn't know them, with plain ones. */
    private String withButtons(SlackReply reply, Sending sending) {
        if (reply.answer() != null && workspace.abilities().has(Ability.FEEDBACK, asked.channel())) {
            try {
                return sending.send(reply.blocks(FeedbackButtons.NATIVE));
            } catch (SlackFault fault) {
                if (!fault.is("invalid_blocks", "invalid_blocks_format")) {
                    throw fault;
                }
                workspace.abilities().refused(Ability.FEEDBACK, asked.channel(), fault);
            }
        }
        return sending.send(reply.blocks(FeedbackButtons.PLAIN));
    }

    private interface Sending {
        String send(List<LayoutBlock> blocks);
    }
}
