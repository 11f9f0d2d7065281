package footnote.eval;

import footnote.answer.Candidate;
import java.util.List;

/**
 * A question with the candidate answers to it, most probable first, before it is decided whether to give one.
 *
 * @param passages how many were read
 */
public record Judged(LabelledQuestion question, int passages, List<Candidate> candidates) {
    /** From this F1 on a candidate counts as right when the calibration is fitted. */
    private static final double RIGHT = 0.5;

    public Judged {
        candidates = List.copyOf(candidates);
    }

    boolean isRight(Candidate candidate) {
        return f1(candidate) >= RIGHT;
    }

    double f1(Candidate candidate) {
        return question.answerable() ? TokenF1.best(candidate.words(), question.golds()) : 0;
    }
}
