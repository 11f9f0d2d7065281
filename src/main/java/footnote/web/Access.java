package footnote.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the server.
 *
 * @param keys that a script must show one of; if there are none, everybody who reaches the port may ask
 * @param origins the other web sites whose scripts may call the API, each like {@code https://example.org}
 * @param publicUrl where people reach the server through a proxy; null if they reach it directly
 */
public record Access(
        ApiKeys keys, List<String> origins, @Nullable URI publicUrl) {
    public Access {
        origins = List.copyOf(origins);
    }

    /** No keys, no other web site, no proxy. */
    public static Access usual() {
        return new Access(ApiKeys.none(), List.of(), null);
    }
}
