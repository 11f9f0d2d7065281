package footnote.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code GET /openapi.json}: what this API takes and gives, in OpenAPI 3.1. */
final class DescriptionRoute {
    private final byte[] description;

    private DescriptionRoute(byte[] description) {
        this.description = description;
    }

    static DescriptionRoute open() {
        try (InputStream packed = DescriptionRoute.class.getResourceAsStream("openapi.json")) {
            if (packed == null) {
                throw new IllegalStateException("openapi.json must be packed beside this class");
            }
            return new DescriptionRoute(packed.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json can't be read", e);
        }
    }

    void show(Context ctx) {
        ctx.contentType("application/json").result(description);
    }
}
