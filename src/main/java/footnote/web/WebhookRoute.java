package footnote.web;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /slack/events}: hands a request on as it is; 404 where nobody takes it. */
final class WebhookRoute {
    /** Slack tells of a changed message with both its forms, each with all its blocks. */
    private static final int MOST_BYTES = 1 << 20;

    private final @Nullable Webhook webhook;

    WebhookRoute(@Nullable Webhook webhook) {
        this.webhook = webhook;
    }

    void take(Context ctx) {
        if (webhook == null) {
            throw new NotFoundResponse("Slack is not set up on this server.");
        }
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(ctx.req().getHeaderNames())) {
            headers.put(name, Collections.list(ctx.req().getHeaders(name)));
        }
        Webhook.Reply reply = webhook.take(headers, JsonBody.readRaw(ctx, MOST_BYTES));
        ctx.status(reply.status());
        if (!reply.contentType().isEmpty()) {
            ctx.contentType(reply.contentType()).result(reply.body());
        }
    }
}
