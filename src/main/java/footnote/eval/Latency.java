package footnote.eval;

import org.jspecify.annotations.Nullable;

/** How long a question takes, in milliseconds: percentiles by nearest rank; null if none was asked. */
public record Latency(
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99) {
    static Latency of(double[] millis) {
        return millis.length == 0
                ? new Latency(null, null, null)
                : new Latency(Percentile.of(50, millis), Percentile.of(95, millis), Percentile.of(99, millis));
    }
}
