package footnote.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites from using a visitor's browser against this server: by their scripts (WHATWG Fetch, CORS), by forms
 * and by a name of theirs that points to this machine (DNS rebinding). Sites on the allow-list may call the API.
 */
final class CrossSite {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+]");
    private static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");

    private final boolean local;
    private final Access access;

    CrossSite(WebSettings settings) {
        this.local = settings.isLocal();
        this.access = settings.access();
    }

    /** @throws Refusal 403 if another site is behind the request */
    void guard(Context ctx) {
        checkHost(ctx);
        String origin = ctx.header(Header.ORIGIN);
        if (origin != null && access.origins().contains(origin)) {
            allow(ctx, origin);
        } else if (!READING.contains(ctx.method().name()) && isForeign(ctx, origin)) {
            throw Refusal.of(403, "Another web site may not send this request; its origin is not on the allow-list.");
        }
    }

    /** On this machine alone no other name than the public one leads here, so that a request by another was misled. */
    private void checkHost(Context ctx) {
        String host = withoutPort(String.valueOf(ctx.header(Header.HOST)).toLowerCase(Locale.ROOT));
        URI publicUrl = access.publicUrl();
        boolean known = host.equals("localhost")
                || NUMERIC.matcher(host).matches()
                || (publicUrl != null && host.equalsIgnoreCase(publicUrl.getHost()));
        if (local && !known) {
            throw Refusal.of(403, "This server is not known by the name of the Host header.");
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private boolean isForeign(Context ctx, @Nullable String origin) {
        if (origin == null) {
            return "cross-site".equals(ctx.header("Sec-Fetch-Site"));
        }
        URI publicUrl = access.publicUrl();
        boolean own = authority(origin).equals(ctx.header(Header.HOST));
        boolean proxied = publicUrl != null && authority(origin).equals(publicUrl.getRawAuthority());
        return !own && !proxied;
    }

    private static String authority(String origin) {
        int at = origin.indexOf("://");
        return at < 0 ? "" : origin.substring(at + 3);
    }

    private static void allow(Context ctx, String origin) {
        ctx.header("Access-Control-Allow-Origin", origin).header(Header.VARY, Header.ORIGIN);
        ctx.header("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
        if (ctx.method().name().equals("OPTIONS") && ctx.header("Access-Control-Request-Method") != null) {
            ctx.header("Access-Control-Allow-Methods", "GET, POST");
            ctx.header("Access-Control-Allow-Headers", "Authorization, Content-Type, X-Api-Key, X-Request-Id");
            ctx.header("Access-Control-Max-Age", "600");
            ctx.status(204).skipRemainingHandlers();
        }
    }
}
