package footnote.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;

/** Every address that the server answers. */
record Routes(AskRoute ask, SearchRoute search, DocumentRoute documents, HealthRoute health, Page page) {
    void register(RoutesConfig routes) {
        routes.before("/api/*", Routes::keepOutOfCaches);
        routes.before("/api/*", health::refuseUnlessReady);
        routes.post("/api/ask", ask::ask);
        get(routes, "/api/search", search::search);
        get(routes, "/api/documents", documents::list);
        get(routes, "/api/documents/{id}", documents::one);
        get(routes, "/health/live", health::live);
        get(routes, "/health/ready", health::ready);
        get(routes, "/", page::show);
        get(routes, "/documents/{id}", page::show);
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
