package footnote.web;

import java.nio.ByteBuffer;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what is refused before any route is looked for, for instance malformed HTTP, as a problem like all others. */
final class JettyFaults extends ErrorHandler {
    /** A version or a coding that nobody knows: HTTP blames the server for them, but the client made them up. */
    private static final Set<Integer> UNKNOWN = Set.of(501, 505);

    private final SecurityHeaders guards;

    JettyFaults(SecurityHeaders guards) {
        this.guards = guards;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        guards.putInto(response.getHeaders(), "");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        int told = UNKNOWN.contains(status) ? 400 : status;
        response.setStatus(told);
        byte[] body = Json.bytes(Problem.of(told, ErrorMapping.detail(told)));
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
