package footnote.web;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** Names each request, in its reply and in every log line about it: by the client's own name if that is a plain word. */
final class RequestId {
    private static final String HEADER = "X-Request-Id";
    private static final String IN_LOG = "request";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    static void give(Context ctx) {
        String given = ctx.header(HEADER);
        String id = given != null && PLAIN.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        ctx.header(HEADER, id);
        MDC.put(IN_LOG, id);
    }

    static void forget(Context ctx) {
        MDC.remove(IN_LOG);
    }
}
