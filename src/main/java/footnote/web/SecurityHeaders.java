package footnote.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * The headers of every reply, also of those that never reach a route. Scripts and styles come from files of this server
 * alone, so that a document's text can never become active in the page.
 */
final class SecurityHeaders {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    private SecurityHeaders() {}

    static void putInto(HttpFields.Mutable headers) {
        HEADERS.forEach(headers::put);
    }
}
