package footnote.eval;

import java.util.List;
import java.util.Set;

/**
 * Normalised discounted cumulative gain with binary relevance, gain 1 and discount log2(rank + 1) (Järvelin and
 * Kekäläinen, TOIS 2002, in the form that trec_eval computes).
 */
final class Ndcg {
    private Ndcg() {}

    /**
     * @param ranking distinct ids, best first
     * @param relevant at least one id
     */
    static double at(int cut, List<String> ranking, Set<String> relevant) {
        double gain = 0;
        for (int rank = 1; rank <= Math.min(cut, ranking.size()); rank++) {
            gain += relevant.contains(ranking.get(rank - 1)) ? discount(rank) : 0;
        }
        return gain / ideal(Math.min(cut, relevant.size()));
    }

    private static double ideal(int found) {
        double gain = 0;
        for (int rank = 1; rank <= found; rank++) {
            gain += discount(rank);
        }
        return gain;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 1.0);
    }
}
