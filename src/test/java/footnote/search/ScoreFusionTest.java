package footnote.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreFusionTest {
    @Test
    void stretchesEachLegBetweenItsLeastAndItsMost() {
        assertThat(ScoreFusion.minMax(new double[] {2, 6, 4})).containsExactly(0, 1, 0.5);
    }

    @Test
    void hearsNothingInEqualScores() {
        assertThat(ScoreFusion.minMax(new double[] {3, 3})).containsExactly(0, 0);
    }

    @Test
    void ranksFromOneAndLetsEqualScoresShareTheBetterRank() {
        double[] shares = ScoreFusion.reciprocalRank(new double[] {5, 9, 5, 0});

        assertThat(shares).containsExactly(new double[] {1 / 62.0, 1 / 61.0, 1 / 62.0, 0}, within(1e-12));
    }

    @Test
    void weighsTheLegs() {
        double[][] scores = {{0, 1}, {1, 0}};

        double[] fused = ScoreFusion.fuse(Ranking.Fusion.MIN_MAX, scores, new double[] {3, 1});

        assertThat(fused).containsExactly(new double[] {0.25, 0.75}, within(1e-12));
    }

    @Test
    void letsTheOtherLegsSpeakForAPassageThatOneCantScoreYet() {
        double[][] scores = {{4, 0, 2}, {Double.NaN, 0.5, 0.9}};

        double[] fused = ScoreFusion.fuse(Ranking.Fusion.MIN_MAX, scores, new double[] {1, 6});

        assertThat(fused).containsExactly(new double[] {1, 0, (0.5 + 6) / 7}, within(1e-12));
    }
}
