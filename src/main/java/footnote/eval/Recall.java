package footnote.eval;

import java.util.List;
import java.util.Set;

/** The share of the relevant documents that a ranking's top holds (Manning, Raghavan and Schütze 2008, chapter 8). */
final class Recall {
    private Recall() {}

    /**
     * @param ranking distinct ids, best first
     * @param relevant at least one id
     */
    static double at(int cut, List<String> ranking, Set<String> relevant) {
        long found = ranking.stream().limit(cut).filter(relevant::contains).count();
        return (double) found / relevant.size();
    }
}
