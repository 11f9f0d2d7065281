package footnote.slack;

import footnote.answer.Assistant;
import footnote.domain.AnswerEvent;
import footnote.domain.InvalidValue;
import footnote.domain.Question;
import footnote.domain.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one question into its thread, on the thread that runs it. Another thread may tell it to leave. */
final class ThreadAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadAnswer.class);

    /** What the bot answers with, the same for all questions. */
    record Desk(Assistant assistant, ReplyWriter writer, Supplier<LocalDate> today, Semaphore seats) {}

    /**
     * Where an answer begins.
     *
     * @param message the message to write into, where it is known
     * @param resumed whether another process began it
     * @param earlier the answer to the same question before it was edited; null if none is being written here
     */
    record Start(
            Asked asked,
            @Nullable String message,
            boolean resumed,
            @Nullable ThreadAnswer earlier) {}

    private final Workspace workspace;
    private final Desk desk;
    private final Start start;
    private final Asked asked;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean left;

    ThreadAnswer(Workspace workspace, Desk desk, Start start) {
        this.workspace = workspace;
        this.desk = desk;
        this.start = start;
        this.asked = start.asked();
    }

    void run() {
        try {
            if (start.earlier() != null) {
                start.earlier().leave();
            }
            LiveMessage live = new LiveMessage(workspace, asked, message(), start.resumed());
            run(live);
            finish(live);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SlackFault fault) {
            LOG.error("the question {} could not be looked up in Slack", asked.key(), fault);
        } finally {
            ended.countDown();
        }
    }

    private @Nullable String message() {
        if (start.message() != null || asked.revision().isEmpty()) {
            return start.message();
        }
        return workspace
                .seen()
                .answerTo(asked.key())
                .or(() -> workspace.threads().answerTo(asked))
                .orElse(null);
    }

    private void run(LiveMessage live) {
        try {
            answer(live);
        } catch (SlackFault fault) {
            LOG.error("the answer to {} could not be brought to Slack", asked.key(), fault);
        } catch (RuntimeException fault) {
            LOG.error("the question {} failed", asked.key(), fault);
            apologize(live);
        }
    }

    /** Whoever was interrupted by the end of the process leaves the question to the next. */
    private void finish(LiveMessage live) {
        if (!Thread.currentThread().isInterrupted()) {
            workspace.seen().finished(asked, live.message());
            keepOne();
        }
    }

    /**
     * Two replicas that answer a question and its edit in the same moment may each post before they know of the other's
     * message. Each writes its own down before it looks for the other's, so that one of them sees both; the edit's stays.
     */
    private void keepOne() {
        if (asked.revision().isEmpty() && !isOutdated()) {
            return;
        }
        List<SeenQuestions.Taken> revisions = workspace.seen().revisions(asked.key());
        String latest = revisions.isEmpty() ? null : revisions.getLast().message();
        if (latest != null) {
            revisions.stream()
                    .flatMap(one -> Stream.ofNullable(one.message()))
                    .filter(message -> !message.equals(latest))
                    .distinct()
                    .forEach(this::takeAway);
        }
    }

    private void takeAway(String message) {
        try {
            new PostedMessages(workspace, asked).delete(message);
        } catch (SlackFault fault) {
            LOG.error("a second answer to {} could not be removed", asked.key(), fault);
        }
    }

    /** Stops the answer, because the question has changed, and waits until it has stopped. */
    void leave() throws InterruptedException {
        left = true;
        ended.await();
    }

    private void answer(LiveMessage live) {
        if (isOutdated()) {
            return;
        }
        live.begin();
        SlackReply reply = reply(live);
        if (!isOutdated() && !Thread.currentThread().isInterrupted()) {
            live.end(reply);
        }
        if (isOutdated()) {
            live.withdraw(workspace.seen().isDeleted(asked.key()));
        }
    }

    private boolean isOutdated() {
        return left || workspace.seen().isOutdated(asked);
    }

    private SlackReply reply(LiveMessage live) {
        String text = SlackMarkup.plain(asked.text(), workspace.bot().user());
        if (text.isEmpty()) {
            return SlackReply.saying("Ask me a question, and I answer it from the passages, with footnotes.");
        }
        try {
            return ask(new Question(text, history(), null, null, desk.today().get(), Question.USUAL_PASSAGES), live);
        } catch (InvalidValue wrong) {
            return SlackReply.saying(
                    "I can't take this question: it " + SlackMarkup.escaped(String.valueOf(wrong.getMessage())) + ".");
        }
    }

    private List<Turn> history() {
        return asked.beginsThread() ? List.of() : workspace.threads().history(asked);
    }

    private SlackReply ask(Question question, LiveMessage live) {
        AtomicReference<AnswerEvent> last = new AtomicReference<>();
        desk.seats().acquireUninterruptibly();
        try {
            desk.assistant().ask(question, event -> {
                last.set(event);
                hear(event, live);
            });
        } finally {
            desk.seats().release();
        }
        return last.get() instanceof AnswerEvent.Ending ending
                ? desk.writer().reply(ending)
                : SlackReply.saying("The question has changed.");
    }

    private void hear(AnswerEvent event, LiveMessage live) {
        if (left) {
            throw new Assistant.AskerGone(null);
        }
        switch (event) {
            case AnswerEvent.Text text -> live.piece(text.piece());
            case AnswerEvent.Sources sources ->
                LOG.debug("{} sources are read", sources.sources().size());
            case AnswerEvent.Ending ending -> LOG.debug("the answer to {} is complete", asked.key());
        }
    }

    private void apologize(LiveMessage live) {
        try {
            live.end(SlackReply.saying("Sorry, I could not answer because of a fault. Please ask again."));
        } catch (SlackFault fault) {
            LOG.error("the answer to {} could not be brought to Slack", asked.key(), fault);
        }
    }
}
