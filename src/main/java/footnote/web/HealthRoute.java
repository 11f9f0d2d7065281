package footnote.web;

import footnote.domain.IndexState;
import footnote.search.PassageIndex;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** {@code GET /health/*}: whether the process lives, and whether it can answer. */
final class HealthRoute {
    private final PassageIndex index;
    private final BooleanSupplier ready;

    HealthRoute(PassageIndex index, BooleanSupplier ready) {
        this.index = index;
        this.ready = ready;
    }

    void live(Context ctx) {
        Json.reply(ctx, Map.of("status", "live"));
    }

    void ready(Context ctx) {
        refuseUnlessReady(ctx);
        Json.reply(ctx, new Ready("ready", index.state()));
    }

    /** @throws Refusal 503 while the process starts or stops */
    void refuseUnlessReady(Context ctx) {
        if (!ready.getAsBoolean()) {
            throw Refusal.later(503, "Footnote is starting or stopping; try again in a moment.", 1);
        }
    }

    private record Ready(String status, IndexState index) {}
}
