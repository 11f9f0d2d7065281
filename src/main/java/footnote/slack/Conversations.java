package footnote.slack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a message: a question to answer once, one to answer again, an answer to take away, or nothing to do
 * with the bot. What Slack waits for is done at once, the rest on a thread of its own. Threads may share it.
 */
final class Conversations {
    private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
    private static final int MOST_STRANGE = 10_000;

    private final Workspace workspace;
    private final ThreadAnswer.Desk desk;
    private final ExecutorService workers;
    private final ConcurrentMap<String, ThreadAnswer> running = new ConcurrentHashMap<>();

    /** Threads that Slack says the bot has no part in; an answer of its own makes them known by the folder. */
    private final Set<String> strange = Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

    Conversations(Workspace workspace, ThreadAnswer.Desk desk, ExecutorService workers) {
        this.workspace = workspace;
        this.desk = desk;
        this.workers = workers;
    }

    /** The message is for the bot. Returns whether it was the first to say so. */
    boolean asked(Asked asked) {
        if (!workspace.seen().take(asked)) {
            return false;
        }
        start(asked, null, false);
        return true;
    }

    /** The message may be for the bot: if it stands in a thread that the bot has answered in. */
    void said(Asked said) {
        if (SlackMarkup.speaksToAnother(said.text(), workspace.bot().userIfKnown())) {
            return;
        }
        if (isForBot(said)) {
            asked(said);
        } else if (!said.beginsThread() && !strange.contains(thread(said))) {
            workers.execute(() -> askSlackAbout(said));
        }
    }

    private boolean isForBot(Asked said) {
        return said.direct()
                || SlackMarkup.mentions(said.text(), workspace.bot().userIfKnown())
                || (!said.beginsThread() && workspace.seen().knowsThread(said.channel(), said.thread()));
    }

    private void askSlackAbout(Asked said) {
        try {
            if (workspace.threads().hasAnswer(said.channel(), said.thread())) {
                asked(said);
            } else {
                strange.add(thread(said));
            }
        } catch (SlackFault fault) {
            LOG.warn("whether {} is for the bot could not be found out", said.key(), fault);
        }
    }

    private static String thread(Asked said) {
        return Asked.key(said.channel(), said.thread());
    }

    /** The message was edited; if it was a question, or has become one, it is answered in place. */
    void edited(Asked edited) {
        SeenQuestions seen = workspace.seen();
        if (seen.isTaken(edited.key())) {
            again(edited);
        } else if (isForBot(edited)) {
            workers.execute(() -> editedUnknown(edited));
        }
    }

    private void again(Asked edited) {
        if (workspace.seen().take(edited) && !workspace.seen().isOutdated(edited)) {
            workspace.seen().edited(edited.key(), edited.revision());
            start(edited, null, false);
        }
    }

    /** A question from before the folder's memory, or one that the edit has made. */
    private void editedUnknown(Asked edited) {
        try {
            Optional<String> answer = workspace.threads().answerTo(edited);
            if (workspace.seen().take(edited)) {
                workspace.seen().edited(edited.key(), edited.revision());
                start(edited, answer.orElse(null), false);
            }
        } catch (SlackFault fault) {
            LOG.warn("the answer to the edited question {} could not be found", edited.key(), fault);
        }
    }

    /** The message is gone, and with it goes its answer. */
    void deleted(Asked deleted) {
        if (!workspace.seen().isTaken(deleted.key()) && !isForBot(deleted)) {
            return;
        }
        workspace.seen().deleted(deleted.key());
        workers.execute(() -> takeAway(deleted));
    }

    private void takeAway(Asked deleted) {
        try {
            ThreadAnswer answering = running.get(deleted.key());
            if (answering != null) {
                answering.leave();
            }
            workspace
                    .seen()
                    .answerTo(deleted.key())
                    .or(() -> workspace.threads().answerTo(deleted))
                    .ifPresent(answer -> new PostedMessages(workspace, deleted).delete(answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SlackFault fault) {
            LOG.error("the answer to the deleted question {} could not be removed", deleted.key(), fault);
        }
    }

    /** Answers what a process that died has left. */
    void resume(SeenQuestions.Taken left) {
        LOG.info(
                "the question {} is taken over from a process that has ended",
                left.asked().key());
        start(left.asked(), left.message(), true);
    }

    private void start(Asked asked, @Nullable String message, boolean resumed) {
        @Nullable ThreadAnswer earlier = running.get(asked.key());
        ThreadAnswer answer =
                new ThreadAnswer(workspace, desk, new ThreadAnswer.Start(asked, message, resumed, earlier));
        running.put(asked.key(), answer);
        workers.execute(() -> {
            try {
                answer.run();
            } finally {
                running.remove(asked.key(), answer);
            }
        });
    }

    private static final class Recent extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_STRANGE;
        }
    }
}
