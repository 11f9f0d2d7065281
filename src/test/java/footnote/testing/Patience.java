package footnote.testing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what will be so in a moment, and gives up after a minute. */
public final class Patience {
    private static final Duration MOST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Patience() {}

    /** Whether it became so. */
    public static boolean until(BooleanSupplier condition) {
        long since = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - since > MOST.toNanos()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return true;
    }
}
