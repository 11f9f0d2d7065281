package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogisticFitTest {
    @Test
    void findsTheOddsOfEachGroup() {
        double[][] values = {{0}, {0}, {0}, {0}, {1}, {1}, {1}, {1}};
        double[] labels = {1, 0, 0, 0, 1, 1, 1, 0};

        double[] weights = new LogisticFit(values, labels, even(8)).weights();

        assertThat(probability(weights, 0)).isCloseTo(0.25, within(0.01));
        assertThat(probability(weights, 1)).isCloseTo(0.75, within(0.01));
    }

    @Test
    void countsAnExampleByItsImportance() {
        double[][] values = {{0}, {1}, {1}};
        double[] labels = {0, 1, 0};

        double[] weights = new LogisticFit(values, labels, new double[] {1, 9, 1}).weights();

        assertThat(probability(weights, 1)).isGreaterThan(0.8);
    }

    @Test
    void givesASignalThatNeverChangesNoWeight() {
        double[] weights = new LogisticFit(new double[][] {{1, 0}, {1, 1}}, new double[] {0, 1}, even(2)).weights();

        assertThat(weights[0]).isZero();
        assertThat(weights[1]).isPositive();
    }

    private static double probability(double[] weights, double value) {
        return 1 / (1 + Math.exp(-(weights[0] * value + weights[1])));
    }

    private static double[] even(int examples) {
        double[] importance = new double[examples];
        Arrays.fill(importance, 1);
        return importance;
    }
}
