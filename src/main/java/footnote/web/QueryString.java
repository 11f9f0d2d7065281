package footnote.web;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what stands behind the question mark of an address, each name once. */
final class QueryString {
    private QueryString() {}

    /** @throws Refusal if it is not well formed or a name comes twice */
    static Fields read(Context ctx) {
        String query = ctx.req().getQueryString();
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!pair.isEmpty() && values.putIfAbsent(name, value) != null) {
                throw Refusal.of(List.of(new Problem.Fault(Shown.of(name), "must be given only once")));
            }
        }
        return Fields.of(values);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(400, "The query is not well-formed percent-encoding.");
        }
    }
}
