package footnote.eval;

/** Counts from its making. */
final class Stopwatch {
    private static final double NANOS_A_MILLI = 1_000_000;

    private final long started = System.nanoTime();

    double millis() {
        return (System.nanoTime() - started) / NANOS_A_MILLI;
    }
}
