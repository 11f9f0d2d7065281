package footnote.web;

import footnote.answer.Assistant;
import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Question;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Where every channel of the server hands in its questions: so many at once, each counted. Threads may share it. */
final class QuestionDesk {
    private final Assistant assistant;
    private final Semaphore seats;
    private final Meters meters;

    QuestionDesk(Assistant assistant, int inFlight, Meters meters) {
        this.assistant = assistant;
        this.seats = new Semaphore(inFlight);
        this.meters = meters;
    }

    /**
     * Answers on this thread, as {@link Assistant#ask} does.
     *
     * @throws Refusal 429 if too many questions are in flight; then the listener has heard nothing
     */
    void ask(Question question, Consumer<AnswerEvent> listener) {
        if (!seats.tryAcquire()) {
            throw Refusal.later(429, "Too many questions are being answered; try again in a moment.", 1);
        }
        try {
            meters.asking(() -> assistant.ask(question, event -> {
                meters.heard(event);
                listener.accept(event);
            }));
        } finally {
            seats.release();
        }
    }

    /**
     * The whole answer, given or declined.
     *
     * @throws AnswerFailed if the question ended with a fault
     */
    Answer answer(Question question) {
        AtomicReference<AnswerEvent> last = new AtomicReference<>();
        ask(question, last::set);
        return switch (last.get()) {
            case AnswerEvent.Completed completed -> completed.answer();
            case AnswerEvent.Declined declined -> declined.closest();
            case AnswerEvent.Failed failed -> throw AnswerFailed.of(failed);
            case AnswerEvent.Sources unfinished -> throw unended();
            case AnswerEvent.Text unfinished -> throw unended();
        };
    }

    private static IllegalStateException unended() {
        return new IllegalStateException("a question must close with an ending");
    }
}
