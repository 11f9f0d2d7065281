package footnote.eval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * F1 of the official SQuAD evaluation script: the harmonic mean of precision and recall over normalised words, as
 * multisets.
 */
final class TokenF1 {
    private TokenF1() {}

    /** The best over the accepted answers; 0 if there are none. */
    static double best(String prediction, List<String> golds) {
        return golds.stream().mapToDouble(gold -> of(prediction, gold)).max().orElse(0);
    }

    static double of(String prediction, String gold) {
        String[] said = NormalText.words(prediction);
        String[] right = NormalText.words(gold);
        if (said.length == 0 || right.length == 0) {
            return said.length == right.length ? 1 : 0;
        }
        double shared = shared(said, right);
        return 2 * shared / (said.length + right.length);
    }

    private static int shared(String[] some, String[] others) {
        Map<String, Integer> left = new HashMap<>();
        for (String word : some) {
            left.merge(word, 1, Integer::sum);
        }
        int shared = 0;
        for (String word : others) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return shared;
    }
}
