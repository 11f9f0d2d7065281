package footnote.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a request's body as one JSON object, strictly and within limits. */
final class JsonBody {
    static final int MOST_BYTES = 64 << 10;
    private static final String PATIENCE = "footnote.body.patience";
    private static final int DEEPEST = 16;
    private static final int MOST_DIGITS = 50;
    private static final int LONGEST_NAME = 200;

    private static final Pattern JSON = Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(MOST_DIGITS)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .build())
            .build();

    private JsonBody() {}

    /** How long the body of this request may take to arrive. */
    static void allow(Context ctx, Duration patience) {
        ctx.attribute(PATIENCE, patience);
    }

    /** @throws Refusal if the body is no JSON (415), too large (413) or not one well-formed object (400) */
    static Fields read(Context ctx) {
        return Fields.of(parsed(readText(ctx)));
    }

    /** The body as it came, for a reader of another's format; the same limits hold. */
    static String readText(Context ctx) {
        String type = ctx.header(Header.CONTENT_TYPE);
        if (type == null || !JSON.matcher(type.strip().toLowerCase(Locale.ROOT)).matches()) {
            throw Refusal.of(415, "The body must be sent as application/json in UTF-8.");
        }
        return text(bytes(ctx, MOST_BYTES));
    }

    /** The body as it came, whatever it claims to be. */
    static String readRaw(Context ctx, int mostBytes) {
        return text(bytes(ctx, mostBytes));
    }

    /** The length that a request states may be wrong or missing, so that the bytes themselves are counted. */
    private static byte[] bytes(Context ctx, int most) {
        Duration patience = Objects.requireNonNull(ctx.<Duration>attribute(PATIENCE), "Routes allow each request some");
        long deadline = System.nanoTime() + patience.toNanos();
        if (ctx.req().getContentLengthLong() > most) {
            throw tooLarge(most);
        }
        try {
            return bytes(ctx.req().getInputStream(), deadline, most);
        } catch (IOException e) {
            int status = e.getCause() instanceof TimeoutException ? 408 : 400;
            throw Refusal.of(status, ErrorMapping.detail(status));
        }
    }

    private static byte[] bytes(InputStream in, long deadline, int most) throws IOException {
        byte[] body = new byte[Math.min(most, MOST_BYTES) + 1];
        int size = 0;
        int read = 0;
        while (read >= 0 && size <= most) {
            body = size < body.length ? body : Arrays.copyOf(body, Math.min(2 * size, most + 1));
            read = in.read(body, size, body.length - size);
            size += Math.max(read, 0);
            if (System.nanoTime() > deadline) {
                throw Refusal.of(408, ErrorMapping.detail(408));
            }
        }
        if (size > most) {
            throw tooLarge(most);
        }
        return Arrays.copyOf(body, size);
    }

    private static Refusal tooLarge(int most) {
        return Refusal.of(413, "The body must have at most " + most + " bytes.");
    }

    /** Decoded here because the parser would guess at UTF-16 and UTF-32, and mend what is not well formed. */
    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(400, "The body is not well-formed UTF-8.");
        }
    }

    private static ObjectNode parsed(String body) {
        try (JsonParser parser = MAPPER.createParser(body)) {
            return parsed(parser);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory can always be read", e);
        }
    }

    private static ObjectNode parsed(JsonParser parser) throws IOException {
        try {
            @Nullable JsonNode node = MAPPER.readTree(parser);
            if (!(node instanceof ObjectNode object)) {
                throw Refusal.of(
                        400,
                        "The body must be one JSON object, got " + (node == null ? "nothing" : Fields.kind(node))
                                + ".");
            }
            if (parser.nextToken() != null) {
                throw Refusal.of(400, "The body must be one JSON object, but more follows after it.");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw Refusal.of(
                    400,
                    "The body breaks a limit of JSON here: %d levels, numbers of %d digits, field names of %d characters."
                            .formatted(DEEPEST, MOST_DIGITS, LONGEST_NAME));
        } catch (JsonProcessingException e) {
            throw malformed(e, parser);
        }
    }

    private static Refusal malformed(JsonProcessingException fault, JsonParser parser) throws IOException {
        String name = parser.currentName();
        if (name != null && fault.getOriginalMessage().startsWith("Duplicate")) {
            return Refusal.of(List.of(new Problem.Fault(Shown.of(name), "must be given only once")));
        }
        var at = fault.getLocation();
        return Refusal.of(
                400, "The body is not valid JSON (line %d, column %d).".formatted(at.getLineNr(), at.getColumnNr()));
    }
}
