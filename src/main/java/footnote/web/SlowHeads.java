package footnote.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.eclipse.jetty.io.Connection;

/**
 * Closes connections that take too long over the head of a request. The server's own time-out starts anew with every byte,
 * which a client may feed it one by one for hours (the "slowloris" attack).
 */
final class SlowHeads implements Connection.Listener, AutoCloseable {
    private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
    private final long nanosForFirst;
    private final long nanosForNext;
    private final ScheduledFuture<?> sweeping;

    SlowHeads(Limits limits, Heartbeat sweep) {
        this.nanosForFirst = limits.request().toNanos();
        this.nanosForNext = limits.idle().plus(Duration.ofSeconds(5)).toNanos();
        this.sweeping = sweep.each(this::sweep);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Progress(0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void sweep() {
        open.forEach((connection, progress) -> {
            Progress now = new Progress(connection.getMessagesIn(), System.nanoTime());
            boolean answering = now.requests > connection.getMessagesOut();
            long patience = progress.requests == 0 ? nanosForFirst : nanosForNext;
            if (answering || now.requests > progress.requests) {
                open.replace(connection, progress, now);
            } else if (now.since - progress.since > patience) {
                connection.getEndPoint().close();
            }
        });
    }

    @Override
    public void close() {
        sweeping.cancel(false);
    }

    /** How many requests a connection had brought, and when it was last seen to bring one or to wait for a reply. */
    private record Progress(long requests, long since) {}
}
