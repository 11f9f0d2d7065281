package footnote.eval;

import java.util.List;
import java.util.Set;

/** One divided by the rank of the first relevant document, 0 if the top holds none (Voorhees, TREC-8 1999). */
final class ReciprocalRank {
    private ReciprocalRank() {}

    /** @param ranking distinct ids, best first */
    static double at(int cut, List<String> ranking, Set<String> relevant) {
        for (int rank = 1; rank <= Math.min(cut, ranking.size()); rank++) {
            if (relevant.contains(ranking.get(rank - 1))) {
                return 1.0 / rank;
            }
        }
        return 0;
    }
}
