package footnote.bench;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** How long each of many calls took, in nanoseconds, shortest first. */
final class Timings {
    private final long[] nanos;

    Timings(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /** Times calls one after the other. */
    static Timings of(int calls, IntConsumer call) {
        long[] nanos = new long[calls];
        for (int number = 0; number < calls; number++) {
            long started = System.nanoTime();
            call.accept(number);
            nanos[number] = System.nanoTime() - started;
        }
        return new Timings(nanos);
    }

    /** By nearest rank, in milliseconds. */
    double millis(double share) {
        int rank = (int) Math.ceil(share * nanos.length);
        return nanos[Math.max(0, rank - 1)] / 1e6;
    }

    double median() {
        return millis(0.5);
    }

    @Override
    public String toString() {
        return "p50 %.2f  p95 %.2f  p99 %.2f ms".formatted(millis(0.5), millis(0.95), millis(0.99));
    }
}
