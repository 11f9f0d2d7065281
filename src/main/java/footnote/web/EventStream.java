package footnote.web;

import footnote.answer.Assistant.AskerGone;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events (WHATWG HTML, section 9.2) to one client, each sent at once. While nothing is said it sends comments,
 * so that proxies keep the stream and a client that has vanished without hanging up is noticed; whichever way it goes, the
 * thread that made the stream is interrupted.
 */
final class EventStream implements AutoCloseable {
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    private final Context ctx;
    private final Heartbeat heartbeat;
    private final Thread asker = Thread.currentThread();
    private final HangUpWatch watch;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable OutputStream out;
    private @Nullable ScheduledFuture<?> beating;
    private boolean ended;

    EventStream(Context ctx, Heartbeat heartbeat) {
        this.ctx = ctx;
        this.heartbeat = heartbeat;
        this.watch = HangUpWatch.over(ctx);
        watch.begin();
    }

    /** @throws AskerGone if nobody reads any more */
    void send(String text) {
        writing.lock();
        try {
            write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            ended = true;
            throw new AskerGone(e);
        } finally {
            writing.unlock();
        }
    }

    private void write(byte[] bytes) throws IOException {
        if (ended) {
            throw new AskerGone(null);
        }
        OutputStream to = opened();
        to.write(bytes);
        to.flush();
    }

    /** Begins with the first event, so that a question that is refused still gets a problem. It goes past compression. */
    private OutputStream opened() throws IOException {
        if (out == null) {
            ctx.contentType("text/event-stream;charset=utf-8");
            ctx.header(Header.CACHE_CONTROL, "no-store").header("X-Accel-Buffering", "no");
            out = ctx.res().getOutputStream();
            beating = heartbeat.each(this::beat);
        }
        return out;
    }

    private void beat() {
        if (!writing.tryLock()) {
            return;
        }
        try {
            if (!ended) {
                write(COMMENT);
            }
        } catch (IOException e) {
            ended = true;
            asker.interrupt();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            ended = true;
            if (beating != null) {
                beating.cancel(false);
            }
        } finally {
            writing.unlock();
        }
        watch.close();
    }
}
