package footnote.testing;

import footnote.answer.Assistant;
import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Question;
import java.util.concurrent.atomic.AtomicReference;

/** Asks an assistant and waits for the whole answer, given or declined. */
public final class Asking {
    private Asking() {}

    public static Answer of(Assistant assistant, Question question) {
        AtomicReference<AnswerEvent> last = new AtomicReference<>();
        assistant.ask(question, last::set);
        return switch (last.get()) {
            case AnswerEvent.Completed completed -> completed.answer();
            case AnswerEvent.Declined declined -> declined.closest();
            case AnswerEvent.Failed failed -> throw new AssertionError(failed.message());
            case AnswerEvent.Sources sources -> throw new AssertionError("no ending after " + sources);
            case AnswerEvent.Text text -> throw new AssertionError("no ending after " + text);
        };
    }
}
