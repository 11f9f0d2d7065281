package footnote.web;

import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * The headers of every reply, also of those that never reach a route. Scripts and styles come from files of this server
 * alone, so that a document's text can never become active in the page. Only sites that are listed may show the chat page in a
 * frame, and load the script that does so.
 */
final class SecurityHeaders {
    private static final String POLICY = "Content-Security-Policy";
    private static final String FRAMES = "X-Frame-Options";
    private static final String READERS = "Cross-Origin-Resource-Policy";
    private static final String DIRECTIVES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors ";
    private static final Map<String, String> HEADERS = Map.of(
            POLICY,
            DIRECTIVES + "'none'",
            "X-Content-Type-Options",
            "nosniff",
            FRAMES,
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            READERS,
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()");

    private final List<String> embedders;

    SecurityHeaders(Access access) {
        this.embedders = access.embedders();
    }

    void putInto(HttpFields.Mutable headers, String path) {
        HEADERS.forEach(headers::put);
        if (embedders.isEmpty()) {
            return;
        }
        if (path.equals("/") || path.startsWith("/documents/")) {
            headers.put(POLICY, DIRECTIVES + String.join(" ", embedders));
            headers.remove(FRAMES); // it knows no list, and browsers that know the list above pass it over
        } else if (path.equals("/embed.js")) {
            headers.put(READERS, "cross-origin");
        }
    }
}
