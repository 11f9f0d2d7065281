package footnote.slack;

import com.slack.api.model.assistant.SuggestedPrompt;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack's pane for assistants: questions to begin with, and a title for each conversation. Threads may share it. */
final class AssistantPane {
    private static final Logger LOG = LoggerFactory.getLogger(AssistantPane.class);
    private static final int MOST_PROMPTS = 4;
    private static final int LONGEST_TITLE = 80;

    private final Workspace workspace;
    private final Supplier<List<String>> questions;
    private final ExecutorService workers;

    /** @param questions that the passages answer, best first */
    AssistantPane(Workspace workspace, Supplier<List<String>> questions, ExecutorService workers) {
        this.workspace = workspace;
        this.questions = questions;
        this.workers = workers;
    }

    void opened(String channel, String thread) {
        workers.execute(() -> quietly(() -> suggest(channel, thread)));
    }

    private void suggest(String channel, String thread) {
        List<SuggestedPrompt> prompts = questions.get().stream()
                .limit(MOST_PROMPTS)
                .map(question -> new SuggestedPrompt(cut(question), question))
                .toList();
        if (prompts.isEmpty()) {
            return;
        }
        workspace
                .calls()
                .patient(client -> client.assistantThreadsSetSuggestedPrompts(request -> request.channelId(channel)
                        .threadTs(thread)
                        .title("Questions that the passages answer")
                        .prompts(prompts)));
    }

    /** The first question of a conversation gives it its title. */
    void asked(Asked asked) {
        if (!asked.beginsThread() && !workspace.seen().knowsThread(asked.channel(), asked.thread())) {
            workers.execute(() -> quietly(() -> name(asked)));
        }
    }

    private void name(Asked asked) {
        String title = cut(SlackMarkup.plain(asked.text(), workspace.bot().user()));
        if (!title.isEmpty()) {
            workspace
                    .calls()
                    .patient(client -> client.assistantThreadsSetTitle(request -> request.channelId(asked.channel())
                            .threadTs(asked.thread())
                            .title(title)));
        }
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (SlackFault fault) {
            LOG.debug("this conversation has no pane", fault);
        }
    }
}
