package footnote.web;

import footnote.answer.Assistant;
import footnote.answer.Assistant.AskerGone;
import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Question;
import io.javalin.http.Context;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where every channel of the server hands in its questions: so many at once. Threads may share it. */
final class QuestionDesk {
    private final Assistant assistant;
    private final Semaphore seats;

    QuestionDesk(Assistant assistant, int inFlight) {
        this.assistant = assistant;
        this.seats = new Semaphore(inFlight);
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
            assistant.ask(question, listener);
        } finally {
            seats.release();
        }
    }

    /** The whole answer for a client that may hang up before it is complete; then the work stops. */
    Answer answer(Question question, Context ctx) {
        try (HangUpWatch watch = HangUpWatch.over(ctx)) {
            watch.begin();
            return answer(question);
        }
    }

    /**
     * The whole answer, given or declined.
     *
     * @throws AnswerFailed if the question ended with a fault
     * @throws AskerGone if it had no ending, since nobody waits for it any more
     */
    Answer answer(Question question) {
        AtomicReference<AnswerEvent.@Nullable Ending> end = new AtomicReference<>();
        ask(question, event -> {
            if (event instanceof AnswerEvent.Ending ending) {
                end.set(ending);
            }
        });
        return switch (end.get()) {
            case null -> throw new AskerGone(null);
            case AnswerEvent.Completed completed -> completed.answer();
            case AnswerEvent.Declined declined -> declined.closest();
            case AnswerEvent.Failed failed -> throw AnswerFailed.of(failed);
        };
    }
}
