package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import footnote.eval.CalibrationError.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {
    @Test
    void weighsTheGapsOfTheBinsByTheirSizes() {
        // bin of 0.9: claimed 0.95 and 0.91, one of two right: |1.86 - 1|; bin of 0.2: claimed 0.25, wrong: 0.25
        Double error =
                CalibrationError.of(List.of(new Claim(0.95, true), new Claim(0.91, false), new Claim(0.25, false)));

        assertThat(error).isCloseTo((0.86 + 0.25) / 3, within(1e-12));
    }

    @Test
    void letsOverAndUnderconfidenceOfOneBinCancelOut() {
        assertThat(CalibrationError.of(List.of(new Claim(0.5, true), new Claim(0.5, false))))
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void keepsTheEdgesInTheBinBelowThem() {
        assertThat(new Claim(0, true).bin()).isZero();
        assertThat(new Claim(0.1, true).bin()).isZero();
        assertThat(new Claim(0.11, true).bin()).isEqualTo(1);
        assertThat(new Claim(1, true).bin()).isEqualTo(9);
    }

    @Test
    void isUnknownWithoutClaims() {
        assertThat(CalibrationError.of(List.of())).isNull();
    }

    @Test
    void refusesAConfidenceThatIsNoShare() {
        assertThatThrownBy(() -> new Claim(1.1, true)).hasMessage("a confidence must be from 0 to 1, got 1.1");
        assertThatThrownBy(() -> new Claim(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
    }
}
