package footnote.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a client hangs up while its reply is still being made, and interrupts the thread that made the watch. The
 * server reads nothing from a connection meanwhile, so this does, for as long as it is open: the end of the client's bytes
 * means that nobody waits any more. A byte of a next request, sent ahead, is handed back, and ends the watch.
 */
final class HangUpWatch implements AutoCloseable {
    private final Thread asker = Thread.currentThread();
    private final ReentrantLock reading = new ReentrantLock();
    private final @Nullable AbstractEndPoint endPoint; // null if the connection is of a kind that can't be watched
    private final Connection connection;
    private boolean ended;

    private HangUpWatch(Connection connection) {
        this.connection = connection;
        this.endPoint = watchable(connection);
    }

    /** Over the client of a request whose body has been read. */
    static HangUpWatch over(Context ctx) {
        return new HangUpWatch(ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection());
    }

    private static @Nullable AbstractEndPoint watchable(Connection connection) {
        boolean takesBack = connection instanceof Connection.UpgradeTo;
        return takesBack && connection.getEndPoint() instanceof AbstractEndPoint endPoint ? endPoint : null;
    }

    void begin() {
        if (endPoint != null) {
            watch(endPoint);
        }
    }

    private void watch(EndPoint from) {
        from.tryFillInterested(Callback.from(() -> read(from), closed -> {}));
    }

    private void read(EndPoint from) {
        reading.lock();
        try {
            if (!ended) {
                heard(from);
            }
        } finally {
            reading.unlock();
        }
    }

    private void heard(EndPoint from) {
        ByteBuffer one = BufferUtil.allocate(1);
        switch (filled(from, one)) {
            case -1 -> asker.interrupt();
            case 0 -> watch(from);
            default -> ((Connection.UpgradeTo) connection).onUpgradeTo(one);
        }
    }

    private static int filled(EndPoint from, ByteBuffer into) {
        try {
            return from.fill(into);
        } catch (IOException broken) {
            return -1;
        }
    }

    /** From here on the server reads again, and an interrupt that came after the last word hits nothing else. */
    @Override
    public void close() {
        reading.lock();
        try {
            ended = true;
            if (endPoint != null) {
                endPoint.getFillInterest().onFail(new IOException("the reply is made"));
            }
        } finally {
            reading.unlock();
        }
        Thread.interrupted();
    }
}
