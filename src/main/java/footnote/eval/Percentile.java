package footnote.eval;

import java.util.Arrays;

/** Percentiles by nearest rank: the smallest value that at least so many percent of all do not exceed, never a mean of two. */
final class Percentile {
    private Percentile() {}

    /**
     * @param percent above 0, at most 100
     * @param values in any order, at least one
     */
    static double of(int percent, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        long rank = (percent * (long) sorted.length + 99) / 100;
        return sorted[(int) rank - 1];
    }
}
