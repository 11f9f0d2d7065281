package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentileTest {
    @Test
    void isAlwaysOneOfTheValues() {
        double[] values = {50, 15, 40, 20, 35};

        assertThat(Percentile.of(5, values)).isEqualTo(15);
        assertThat(Percentile.of(30, values)).isEqualTo(20);
        assertThat(Percentile.of(40, values)).isEqualTo(20);
        assertThat(Percentile.of(50, values)).isEqualTo(35);
        assertThat(Percentile.of(100, values)).isEqualTo(50);
    }

    @Test
    void takesTheRankThatThePercentNames() {
        double[] hundred = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();

        assertThat(Percentile.of(95, hundred)).isEqualTo(95);
        assertThat(Percentile.of(99, hundred)).isEqualTo(99);
        assertThat(Latency.of(hundred)).isEqualTo(new Latency(50.0, 95.0, 99.0));
    }

    @Test
    void isUnknownWhereNothingWasAsked() {
        assertThat(Latency.of(new double[0])).isEqualTo(new Latency(null, null, null));
    }
}
