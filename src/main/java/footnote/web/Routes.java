package footnote.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import java.util.List;

/** Every address that the server answers, and who stands before it. */
record Routes(
        CrossSite crossSite,
        ClientGuard clients,
        Meters meters,
        HealthRoute health,
        AskRoute ask,
        SearchRoute search,
        DocumentRoute documents,
        FeedbackRoute feedback,
        WebhookRoute slack,
        ChatRoute chat,
        McpRoute mcp,
        DescriptionRoute description,
        Page page) {
    private static final List<String> WORK = List.of("/api/*", "/v1/*", "/mcp");

    void register(RoutesConfig routes) {
        guard(routes);
        routes.post("/api/ask", ask::ask);
        get(routes, "/api/search", search::search);
        get(routes, "/api/documents", documents::list);
        get(routes, "/api/documents/{id}", documents::one);
        routes.post("/api/feedback", feedback::take);
        routes.post("/slack/events", slack::take);
        routes.post("/v1/chat/completions", chat::complete);
        get(routes, "/v1/models", chat::models);
        routes.post("/mcp", mcp::call);
        get(routes, "/health/live", health::live);
        get(routes, "/health/ready", health::ready);
        get(routes, "/metrics", meters::show);
        get(routes, "/openapi.json", description::show);
        get(routes, "/", page::show);
        get(routes, "/documents/{id}", page::show);
    }

    private void guard(RoutesConfig routes) {
        routes.before(RequestId::give);
        routes.before(crossSite::guard);
        routes.before("/metrics", clients::checkKey);
        routes.before("/slack/events", clients::allowTime);
        for (String path : WORK) {
            routes.before(path, Routes::keepOutOfCaches);
            routes.before(path, clients::checkKey);
            routes.before(path, clients::checkRate);
            routes.before(path, clients::allowTime);
            routes.before(path, health::refuseUnlessReady);
        }
        routes.after(meters::replied);
        routes.after(RequestId::forget);
    }

    /** HEAD must answer as GET does, with the same status and headers; the server itself holds the body back. */
    private static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }

    private static void keepOutOfCaches(Context ctx) {
        ctx.header(Header.CACHE_CONTROL, "no-store");
    }
}
