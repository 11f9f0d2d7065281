package footnote.web;

import footnote.domain.InvalidValue;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the server.
 *
 * @param keys that a script must show one of; if there are none, everybody who reaches the port may ask
 * @param origins the other web sites whose scripts may call the API, each like {@code https://example.org}
 * @param embedders the other web sites that may show the chat page in a frame of theirs, each like the above
 * @param publicUrl where people reach the server through a proxy; null if they reach it directly
 */
public record Access(
        ApiKeys keys,
        List<String> origins,
        List<String> embedders,
        @Nullable URI publicUrl) {
    private static final Pattern ORIGIN = Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");

    public Access {
        origins = checked("allow-origins", origins);
        embedders = checked("embed-origins", embedders);
        if (publicUrl != null && !isWebAddress(publicUrl)) {
            throw new InvalidValue("public-url", "must be an address like https://example.org, got " + publicUrl);
        }
    }

    private static List<String> checked(String setting, List<String> origins) {
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new InvalidValue(
                        setting,
                        "must list web sites like https://example.org, without a path, separated by commas, got '"
                                + origin + "'");
            }
        }
        return List.copyOf(origins);
    }

    private static boolean isWebAddress(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return List.of("http", "https").contains(scheme)
                && address.getHost() != null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null;
    }

    /** No keys, no other web site, no proxy. */
    public static Access usual() {
        return new Access(ApiKeys.none(), List.of(), List.of(), null);
    }

    public Access withKeys(ApiKeys other) {
        return new Access(other, origins, embedders, publicUrl);
    }

    public Access withOrigins(List<String> other) {
        return new Access(keys, other, embedders, publicUrl);
    }

    public Access withEmbedders(List<String> other) {
        return new Access(keys, origins, other, publicUrl);
    }

    /** @param other null if there is no proxy */
    public Access withPublicUrl(@Nullable URI other) {
        return new Access(keys, origins, embedders, other);
    }
}
