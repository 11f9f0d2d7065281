package footnote.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import footnote.domain.Answer.Status;
import footnote.domain.Hit;
import footnote.domain.Passage;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Writes the domain's values in the form that the public API fixes. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(new StatusWriter()).addSerializer(new SourceWriter()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Json() {}

    static void reply(Context ctx, Object value) {
        ctx.contentType("application/json").result(bytes(value));
    }

    /** The value on one line. Half a surrogate pair becomes a question mark, since UTF-8 has no form for it. */
    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a reply can't be written as JSON", e);
        }
    }

    /** The value as maps, lists and plain values. */
    static Map<String, Object> plain(Object value) {
        return MAPPER.convertValue(value, new TypeReference<Map<String, Object>>() {});
    }

    static ObjectNode tree(Map<String, Object> plain) {
        return MAPPER.valueToTree(plain);
    }

    private static final class StatusWriter extends StdSerializer<Status> {
        StatusWriter() {
            super(Status.class);
        }

        @Override
        public void serialize(Status status, JsonGenerator json, SerializerProvider known) throws IOException {
            json.writeString(status.name().toLowerCase(Locale.ROOT));
        }
    }

    /** A hit is public as a source: its passage's fields and its score side by side. */
    private static final class SourceWriter extends StdSerializer<Hit> {
        SourceWriter() {
            super(Hit.class);
        }

        @Override
        public void serialize(Hit hit, JsonGenerator json, SerializerProvider known) throws IOException {
            Passage passage = hit.passage();
            json.writeStartObject();
            json.writeStringField("passage", passage.id());
            json.writeStringField("document", passage.document());
            json.writeStringField("title", passage.title());
            known.defaultSerializeField("date", passage.date(), json);
            json.writeNumberField("score", hit.score());
            json.writeStringField("text", passage.text());
            json.writeEndObject();
        }
    }
}
