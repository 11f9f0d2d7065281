package footnote.web;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Calls back again and again, each time on a thread of its own, since a client that reads slowly would hold up the others. */
final class Heartbeat implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heartbeat").factory());
    private final long millis;

    Heartbeat(Duration pause) {
        this.millis = pause.toMillis();
    }

    ScheduledFuture<?> each(Runnable beat) {
        return clock.scheduleWithFixedDelay(
                () -> Thread.startVirtualThread(beat), millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
