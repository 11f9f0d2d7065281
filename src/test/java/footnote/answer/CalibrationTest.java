package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import footnote.answer.Calibration.Weights;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Signals NOTHING = new Signals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    @Test
    void weighsEachSignalByItsName() {
        double[] weights = new double[Signals.NAMES.size()];
        weights[Signals.NAMES.indexOf("odds")] = 2;
        Calibration calibration = new Calibration(new Weights(weights, -1, 0.5), new Weights(weights, -2, 0.6));

        assertThat(calibration.probability(NOTHING, 8)).isCloseTo(1 / (1 + Math.E), within(1e-9));
        Signals sure = new Signals(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(calibration.probability(sure, 8)).isCloseTo(1 / (1 + Math.exp(-5)), within(1e-9));
        assertThat(calibration.probability(sure, 1)).isCloseTo(1 / (1 + Math.exp(-4)), within(1e-9));
        assertThat(calibration.carries(0.5, 8)).isTrue();
        assertThat(calibration.carries(0.49, 8)).isFalse();
        assertThat(calibration.carries(0.6, 1)).isTrue();
        assertThat(calibration.carries(0.59, 1)).isFalse();
    }

    @Test
    void shipsWithParametersThatTrustASureAndAgreedAnswerMore() {
        Calibration shipped = Calibration.shipped();
        Signals sure = new Signals(12, 11, -1, 8, 1, 1, 1.1, 1, 1, 1, 0, 0, 0, 0, 0);
        Signals lost = new Signals(-8, -1, 7, -8, 0.3, 0.2, 0, 0.3, 0.5, 1, 4, 0, 0, 0, 0);

        for (int passages : new int[] {1, 8}) {
            assertThat(shipped.carries(shipped.probability(sure, passages), passages))
                    .isTrue();
            assertThat(shipped.carries(shipped.probability(lost, passages), passages))
                    .isFalse();
        }
    }

    @Test
    void refusesAnotherNumberOfWeights() {
        assertThatThrownBy(() -> new Weights(new double[3], 0, 0)).hasMessageContaining("got 3 weights");
    }
}
