package footnote.answer.generate;

import footnote.answer.QuestionRewriter;
import footnote.domain.InvalidValue;
import footnote.domain.Question;

/** Has a model make a follow-up stand alone; where it gives nothing usable, a rule does. Threads may share it. */
public final class ModelQuestionRewriter implements QuestionRewriter {
    private static final int LONGER = 400;

    private final ModelCalls calls;
    private final Prompts prompts;
    private final QuestionRewriter fallback;

    public ModelQuestionRewriter(ModelCalls calls, Prompts prompts, QuestionRewriter fallback) {
        this.calls = calls;
        this.prompts = prompts;
        this.fallback = fallback;
    }

    @Override
    public String standAlone(Question question) {
        if (question.history().isEmpty()) {
            return question.text();
        }
        try {
            String written =
                    calls.ask(prompts.condense(question), piece -> {}).text().strip();
            boolean isOneLine = !written.isEmpty() && written.lines().count() == 1;
            boolean isModest = written.length() <= question.text().length() + LONGER;
            return isOneLine && isModest ? Question.checked("question", written) : fallback.standAlone(question);
        } catch (ModelFault | InvalidValue unusable) {
            return fallback.standAlone(question);
        }
    }
}
