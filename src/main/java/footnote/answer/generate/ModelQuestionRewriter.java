package footnote.answer.generate;

import footnote.answer.QuestionRewriter;
import footnote.answer.generate.ModelCall.Written;
import footnote.domain.InvalidValue;
import footnote.domain.Question;
import java.util.Locale;

/** Has a model make a follow-up stand alone; where it gives nothing usable, a rule does. Threads may share it. */
public final class ModelQuestionRewriter implements QuestionRewriter {
    private static final int LONGER = 400;

    private final String name;
    private final ModelCalls calls;
    private final Prompts prompts;
    private final QuestionRewriter fallback;
    private final ModelUse.Observer observer;

    /** @param name of the model, as settings give it */
    public ModelQuestionRewriter(
            String name, ModelCalls calls, Prompts prompts, QuestionRewriter fallback, ModelUse.Observer observer) {
        this.name = name;
        this.observer = observer;
        this.calls = calls;
        this.prompts = prompts;
        this.fallback = fallback;
    }

    @Override
    public String standAlone(Question question) {
        if (question.history().isEmpty()) {
            return question.text();
        }
        long start = System.nanoTime();
        try {
            Written text = calls.ask(prompts.condense(question), piece -> {});
            observer.used(ModelUse.of(name, "condensed", text, 0, start));
            String written = text.text().strip();
            boolean isOneLine = !written.isEmpty() && written.lines().count() == 1;
            boolean isModest = written.length() <= question.text().length() + LONGER;
            return isOneLine && isModest ? Question.checked("question", written) : fallback.standAlone(question);
        } catch (ModelFault fault) {
            observer.used(ModelUse.of(name, fault.kind().name().toLowerCase(Locale.ROOT), null, 0, start));
            return fallback.standAlone(question);
        } catch (InvalidValue unusable) {
            return fallback.standAlone(question);
        }
    }
}
