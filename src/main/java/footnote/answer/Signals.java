package footnote.answer;

import java.util.List;

/**
 * What speaks for one candidate answer. The calibration weighs exactly these, by these names.
 *
 * @param odds how much the reader prefers the span to "no answer here", in logits
 * @param span the reader's raw score of the span
 * @param noAnswer the least raw "no answer" score among the passages that were read
 * @param margin how far the span's odds lie above those of the best other answer
 * @param retrieval the passage's fused search score, 0 to 1
 * @param rank 1 / the passage's place in the evidence
 * @param agreement ln(1 + other documents whose best span says the same)
 * @param words share of the question's content words that the passage holds
 * @param names share of the question's names that the passage holds
 * @param numbers share of the question's numbers that the passage holds
 * @param missing how many of the question's content words the passage lacks
 * @param otherNumbers how many of the question's numbers the sentence of the span lacks
 * @param denying 1 if the question denies something ("Who did not sign?"), which readers tend to overlook, else 0
 * @param fresh 1 for a document of the day that the question is asked from, 1/2 for one 30 days older, towards 0 for old ones; 0 for undated and later ones
 * @param outside 1 if the document lies outside the time that the question speaks of, else 0
 */
public record Signals(
        double odds,
        double span,
        double noAnswer,
        double margin,
        double retrieval,
        double rank,
        double agreement,
        double words,
        double names,
        double numbers,
        double missing,
        double otherNumbers,
        double denying,
        double fresh,
        double outside) {
    public static final List<String> NAMES = List.of(
            "odds",
            "span",
            "noAnswer",
            "margin",
            "retrieval",
            "rank",
            "agreement",
            "words",
            "names",
            "numbers",
            "missing",
            "otherNumbers",
            "denying",
            "fresh",
            "outside");

    /** The values in the order of {@link #NAMES}. */
    public double[] values() {
        return new double[] {
            odds,
            span,
            noAnswer,
            margin,
            retrieval,
            rank,
            agreement,
            words,
            names,
            numbers,
            missing,
            otherNumbers,
            denying,
            fresh,
            outside
        };
    }
}
