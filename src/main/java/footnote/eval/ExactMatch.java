package footnote.eval;

import java.util.List;

/** Exact match of the official SQuAD evaluation script: 1 if the normalised strings are equal, else 0. */
final class ExactMatch {
    private ExactMatch() {}

    /** The best over the accepted answers; 0 if there are none. */
    static double best(String prediction, List<String> golds) {
        String said = NormalText.of(prediction);
        return golds.stream().anyMatch(gold -> NormalText.of(gold).equals(said)) ? 1 : 0;
    }
}
