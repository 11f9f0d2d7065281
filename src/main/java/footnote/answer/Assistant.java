package footnote.answer;

import footnote.domain.Answer;
import footnote.domain.Answer.Status;
import footnote.domain.AnswerEvent;
import footnote.domain.IndexState;
import footnote.domain.Question;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The front door: a question goes in; sources, text and one ending come out. Threads may share it; each question runs on
 * its caller's thread, and its id stands in every log line about it.
 */
public final class Assistant {
    private static final Logger LOG = LoggerFactory.getLogger(Assistant.class);
    private static final String IN_LOG = "question";
    private static final String NOT_FOUND = "The passages don't answer this question.";

    private final QuestionRewriter rewriter;
    private final EvidenceFinder finder;
    private final Answerer answerer;
    private final Supplier<IndexState> index;
    private final List<Observer> observers = new CopyOnWriteArrayList<>();

    public Assistant(QuestionRewriter rewriter, EvidenceFinder finder, Answerer answerer, Supplier<IndexState> index) {
        this.rewriter = rewriter;
        this.finder = finder;
        this.answerer = answerer;
        this.index = index;
    }

    /** From now on this one hears of every question, by whatever channel it comes. */
    public void observe(Observer observer) {
        observers.add(observer);
    }

    /**
     * Answers a question. The listener hears {@link AnswerEvent.Sources} first, {@link AnswerEvent.Text} as it is
     * written, and exactly one {@link AnswerEvent.Ending}, also after a fault.
     *
     * @param listener may throw {@link AskerGone} to stop; then it hears nothing more, as after an interrupt
     */
    public void ask(Question question, Consumer<AnswerEvent> listener) {
        String id = UUID.randomUUID().toString();
        observers.forEach(Observer::began);
        MDC.put(IN_LOG, id);
        try {
            ask(id, question, event -> {
                observers.forEach(observer -> observer.heard(event));
                listener.accept(event);
            });
        } finally {
            MDC.remove(IN_LOG);
            observers.forEach(Observer::ended);
        }
    }

    private void ask(String id, Question question, Consumer<AnswerEvent> listener) {
        try {
            listener.accept(answer(id, question, listener));
        } catch (AskerGone | CancellationException gone) {
            LOG.atInfo().addKeyValue("status", "left").log("a question was asked");
        } catch (RuntimeException fault) {
            LOG.error("a question failed", fault);
            listener.accept(new AnswerEvent.Failed(id, "The question could not be answered because of a fault."));
        }
    }

    private AnswerEvent.Ending answer(String id, Question asked, Consumer<AnswerEvent> listener) {
        Watch watch = new Watch();
        Question question = asked.withText(rewriter.standAlone(asked));
        Evidence evidence = finder.find(question);
        long retrieve = watch.millis();
        listener.accept(new AnswerEvent.Sources(question.text(), evidence.time(), evidence.hits()));
        Draft draft = evidence.hits().isEmpty()
                ? Draft.declined(answerer.name(), null)
                : answerer.answer(evidence, piece -> listener.accept(new AnswerEvent.Text(piece)));
        Answer answer = reply(id, evidence, draft, retrieve, watch);
        log(answer);
        return answer.status() == Status.ANSWERED
                ? new AnswerEvent.Completed(answer)
                : new AnswerEvent.Declined(answer);
    }

    private Answer reply(String id, Evidence evidence, Draft draft, long retrieve, Watch watch) {
        Footnotes footnotes = new Footnotes();
        List<String> sentences =
                draft.statements().stream().map(footnotes::written).toList();
        boolean answered = !sentences.isEmpty();
        long total = watch.millis();
        return new Answer(
                id,
                answered ? Status.ANSWERED : Status.DECLINED,
                answered ? String.join("\n", sentences) : NOT_FOUND,
                answered ? draft.shortAnswer() : null,
                draft.answerer(),
                draft.confidence(),
                draft.support(),
                evidence.question().text(),
                evidence.time(),
                footnotes.citations(),
                draft.sources().isEmpty() ? evidence.hits() : draft.sources(),
                joined(evidence.notice(), draft.notice()),
                index.get(),
                new Answer.Millis(retrieve, total - retrieve, total));
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first + " " + second;
    }

    private static void log(Answer answer) {
        LOG.atInfo()
                .addKeyValue("status", answer.status().name().toLowerCase(Locale.ROOT))
                .addKeyValue("answerer", answer.answerer())
                .addKeyValue("sources", answer.sources().size())
                .addKeyValue("citations", answer.citations().size())
                .addKeyValue("confidence", answer.confidence())
                .addKeyValue("retrieveMillis", answer.millis().retrieve())
                .addKeyValue("answerMillis", answer.millis().answer())
                .log("a question was asked");
    }

    /** Hears of every question, on its asker's thread, for metrics. Threads share it. */
    public interface Observer {
        void began();

        void heard(AnswerEvent event);

        /** After the last event, also where the asker left before one. */
        void ended();
    }

    /** Thrown by a listener: nobody hears the answer any more. */
    public static final class AskerGone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public AskerGone(@Nullable Throwable cause) {
            super("the asker has gone", cause);
        }
    }

    private static final class Watch {
        private final long started = System.nanoTime();

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        }
    }
}
