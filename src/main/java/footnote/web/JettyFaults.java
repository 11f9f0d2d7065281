package footnote.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers what is refused before any route is looked for, for instance malformed HTTP, as a problem like all others. */
final class JettyFaults extends ErrorHandler {
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
        byte[] body = Json.bytes(Problem.of(status, ErrorMapping.detail(status)));
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
