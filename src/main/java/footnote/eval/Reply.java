package footnote.eval;

import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import java.util.Optional;

/**
 * How one question ended. A fault is neither an answer nor an abstention: it scores nothing.
 *
 * @param millis how long the asker waited
 */
record Reply(LabelledQuestion question, AnswerEvent.Ending ending, double millis) {
    boolean isDeclined() {
        return ending instanceof AnswerEvent.Declined;
    }

    boolean isFailed() {
        return ending instanceof AnswerEvent.Failed;
    }

    /** The answer, if one was given. */
    Optional<Answer> answer() {
        return switch (ending) {
            case AnswerEvent.Completed completed -> Optional.of(completed.answer());
            case AnswerEvent.Declined declined -> Optional.empty();
            case AnswerEvent.Failed failed -> Optional.empty();
        };
    }

    /** Who spoke, also to decline. */
    Optional<String> answerer() {
        return switch (ending) {
            case AnswerEvent.Completed completed ->
                Optional.of(completed.answer().answerer());
            case AnswerEvent.Declined declined -> Optional.of(declined.closest().answerer());
            case AnswerEvent.Failed failed -> Optional.empty();
        };
    }

    /** What is scored: the span that leads an answer; empty without one. */
    String shortAnswer() {
        return answer().flatMap(answer -> Optional.ofNullable(answer.shortAnswer()))
                .orElse("");
    }

    double exactMatch() {
        return question.answerable() ? ExactMatch.best(shortAnswer(), question.golds()) : declined();
    }

    double f1() {
        return question.answerable() ? TokenF1.best(shortAnswer(), question.golds()) : declined();
    }

    /** An unanswerable question is right exactly if it was declined, whatever the words of an answer normalise to. */
    private double declined() {
        return isDeclined() ? 1 : 0;
    }

    /** Whether a given answer counts as right: F1 of a half or more, or an accepted answer among its words. */
    boolean isRight() {
        return question.answerable() && (f1() >= 0.5 || question.isAnsweredIn(words()));
    }

    /** Whether it says what must not come out. */
    boolean isForbidden() {
        return answer().isPresent() && question.isForbidden(words());
    }

    /** The short answer, or all that was said where there is none. */
    private String words() {
        return shortAnswer().isEmpty() ? answer().map(Answer::answer).orElse("") : shortAnswer();
    }
}
