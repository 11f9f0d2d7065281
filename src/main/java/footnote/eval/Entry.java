package footnote.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object of a question set's file; every accessor says which field breaks which rule, and on what line. */
record Entry(JsonNode object, SetFile.Place place) {
    private static final int SHOWN = 60;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    static Entry of(String line, SetFile.Place place) {
        try {
            JsonNode object = JSON.readTree(line);
            if (!object.isObject()) {
                throw place.broken("must be a JSON object, got " + shortened(line));
            }
            return new Entry(object, place);
        } catch (JsonProcessingException e) {
            throw place.broken("must be one JSON object, got " + shortened(line) + " (" + e.getOriginalMessage() + ")");
        }
    }

    /** A text that must be there and must not be blank. */
    String required(String field) {
        String text = text(field);
        if (text.isBlank()) {
            throw place.broken("'" + field + "' must be a text that is not blank");
        }
        return text;
    }

    /** A text; empty if the field is missing or null. */
    String text(String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return string(field, value);
    }

    /** A text; null if the field is missing, null or empty. */
    @Nullable
    String textOrNull(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    boolean claim(String field) {
        JsonNode value = object.path(field);
        if (!value.isBoolean()) {
            throw place.broken("'" + field + "' must be true or false, got " + shortened(value.toString()));
        }
        return value.booleanValue();
    }

    /** Some texts: a list of them, one alone, or none if the field is missing. */
    List<String> texts(String field) {
        JsonNode value = object.path(field);
        if (!value.isArray()) {
            String only = text(field);
            return only.isEmpty() ? List.of() : List.of(only);
        }
        List<String> texts = new ArrayList<>();
        value.forEach(element -> texts.add(string(field, element)));
        return texts;
    }

    /** A day; null if the field is missing or empty. */
    @Nullable
    LocalDate date(String field) {
        String text = text(field);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw place.broken("'" + field + "' must be a date like 2021-12-30 or empty, got " + shortened(text));
        }
    }

    private String string(String field, JsonNode value) {
        if (!value.isTextual()) {
            throw place.broken("'" + field + "' must be text, got " + shortened(value.toString()));
        }
        return value.textValue();
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
