package footnote.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * Replies to a request that was refused before its body was read, then reads the rest of the body and throws it away, within
 * limits. A server that closes a connection on which a client still sends resets it, and the client may lose the reply that
 * says what was wrong (RFC 9112, section 9.6).
 */
final class UnreadBody extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final int MOST_BYTES = 16 << 20;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private final long patienceNanos;

    UnreadBody(Limits limits) {
        this.patienceNanos = limits.request().toNanos();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
        if (mayStillCome(request) && !request.isAsyncStarted() && response.getStatus() != 408) {
            response.flushBuffer();
            discard(request);
        }
    }

    /** A client that asks first whether its body is wanted ("Expect") has been told that it is not. */
    private static boolean mayStillCome(HttpServletRequest request) throws IOException {
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return hasBody
                && request.getHeader("Expect") == null
                && !request.getInputStream().isFinished();
    }

    private void discard(HttpServletRequest request) throws IOException {
        EndPoint client = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        long usual = client.getIdleTimeout();
        client.setIdleTimeout(LONGEST_SILENCE.toMillis());
        try {
            discard(request.getInputStream());
        } finally {
            client.setIdleTimeout(usual);
        }
    }

    private void discard(InputStream body) {
        byte[] piece = new byte[JsonBody.MOST_BYTES];
        long start = System.nanoTime();
        try {
            int read = 0;
            for (long size = 0; read >= 0 && size < MOST_BYTES; size += read) {
                if (System.nanoTime() - start > patienceNanos) {
                    return;
                }
                read = body.read(piece);
            }
        } catch (IOException gone) {
            // The reply has been sent; whoever hangs up, or falls silent, has lost nothing by it.
            return;
        }
    }
}
