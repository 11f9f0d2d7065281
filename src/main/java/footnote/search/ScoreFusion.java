package footnote.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;

/** Makes one score of the scores that several legs give the same passages. Pure; sums in double. */
final class ScoreFusion {
    /** The constant of the paper, which nobody has found worth tuning. */
    private static final int RANK_CONSTANT = 60;

    private ScoreFusion() {}

    /**
     * The weighted mean of what the legs can say of each passage. A score that is no number is one that its leg can't give
     * yet; the other legs then speak for the passage alone.
     *
     * @param scores [leg][passage]
     * @param weights [leg]
     */
    static double[] fuse(Ranking.Fusion fusion, double[][] scores, double[] weights) {
        double[] fused = new double[scores[0].length];
        double[] weight = new double[scores[0].length];
        for (int leg = 0; leg < scores.length; leg++) {
            double[] share =
                    switch (fusion) {
                        case MIN_MAX -> minMax(scores[leg]);
                        case RECIPROCAL_RANK -> reciprocalRank(scores[leg]);
                    };
            for (int at = 0; at < fused.length; at++) {
                boolean said = !Double.isNaN(scores[leg][at]);
                fused[at] += said ? share[at] * weights[leg] : 0;
                weight[at] += said ? weights[leg] : 0;
            }
        }
        for (int at = 0; at < fused.length; at++) {
            fused[at] = weight[at] > 0 ? fused[at] / weight[at] : 0;
        }
        return fused;
    }

    /** Scores moved and stretched to 0..1; where all are equal they say nothing, and become 0. */
    static double[] minMax(double[] scores) {
        DoubleSummaryStatistics said =
                Arrays.stream(scores).filter(score -> !Double.isNaN(score)).summaryStatistics();
        double range = said.getMax() - said.getMin();
        return Arrays.stream(scores)
                .map(score -> range > 0 ? (score - said.getMin()) / range : 0)
                .toArray();
    }

    /** 1 / (60 + rank), ranks from 1; equal scores share the better rank, and a score of 0 has no rank. */
    static double[] reciprocalRank(double[] scores) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order, Comparator.comparingDouble((Integer at) -> scores[at]).reversed());
        double[] shares = new double[scores.length];
        int rank = 0;
        for (int place = 0; place < order.length; place++) {
            if (place == 0 || scores[order[place]] < scores[order[place - 1]]) {
                rank = place + 1;
            }
            shares[order[place]] = scores[order[place]] > 0 ? 1.0 / (RANK_CONSTANT + rank) : 0;
        }
        return shares;
    }
}
