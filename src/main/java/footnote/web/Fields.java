package footnote.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The named values of one request, from its body or its query. Each is read by its type; what is wrong is gathered, so that
 * {@link #check()} can tell all of it at once. A value that is null counts as not given. One request's use.
 */
final class Fields {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private final ObjectNode values;
    private final String path;
    private final boolean query;
    private final Set<String> known = new HashSet<>();
    private final List<Problem.Fault> faults;

    private Fields(ObjectNode values, String path, boolean query, List<Problem.Fault> faults) {
        this.values = values;
        this.path = path;
        this.query = query;
        this.faults = faults;
    }

    static Fields of(ObjectNode body) {
        return new Fields(body, "", false, new ArrayList<>());
    }

    /** @param query names and texts; numbers are read from their digits */
    static Fields of(Map<String, String> query) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        query.forEach(values::put);
        return new Fields(values, "", true, new ArrayList<>());
    }

    /** A text that must be given; empty, and noted, if it is not. */
    String text(String name) {
        String text = textIfGiven(name);
        if (text == null && value(name) == null) {
            fault(name, "must be given");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String textIfGiven(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            fault(name, "must be a text, got " + kind(value));
            return null;
        }
        if (!Shown.isWellFormed(value.textValue())) {
            fault(name, "must not contain half of a surrogate pair");
            return null;
        }
        return value.textValue();
    }

    /** The value as it came, whatever it is. */
    @Nullable
    JsonNode any(String name) {
        return value(name);
    }

    /** From here on a field that nobody asks for is passed over, as formats ask that others define. */
    void passOverOthers() {
        values.fieldNames().forEachRemaining(known::add);
    }

    /** One of some words; the first, and noted, if it is none of them. */
    String word(String name, String... allowed) {
        String text = textIfGiven(name);
        if (text != null && List.of(allowed).contains(text)) {
            return text;
        }
        if (text != null || value(name) == null) {
            String got = text == null ? "nothing" : "'" + Shown.of(text) + "'";
            fault(name, "must be '" + String.join("' or '", allowed) + "', got " + got);
        }
        return allowed[0];
    }

    @Nullable
    LocalDate date(String name) {
        String text = textIfGiven(name);
        if (text == null) {
            return null;
        }
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // There is no such day; the rule below says so.
        }
        fault(name, "must be a day in the form 2021-12-30, got '" + Shown.of(text) + "'");
        return null;
    }

    /** A whole number within bounds; the usual one if it is not given. */
    int number(String name, int usual, int least, int most) {
        JsonNode value = value(name);
        if (value == null) {
            return usual;
        }
        String digits = value.isIntegralNumber() || query ? value.asText() : "";
        int number = WHOLE.matcher(digits).matches() ? Integer.parseInt(digits) : Integer.MIN_VALUE;
        if (number >= least && number <= most) {
            return number;
        }
        fault(name, "must be a whole number from " + least + " to " + most + ", got " + shown(value));
        return usual;
    }

    /** A list of objects, each read by a function; empty if it is not given. */
    <T> List<T> list(String name, int most, Function<Fields, T> item) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            String got = value.isArray() ? value.size() + " items" : kind(value);
            fault(name, "must be a list of at most " + most + " items, got " + got);
            return List.of();
        }
        List<T> items = new ArrayList<>();
        for (int at = 0; at < value.size(); at++) {
            readItem(name + "[" + at + "]", value.get(at), item, items);
        }
        return items;
    }

    private <T> void readItem(String name, JsonNode value, Function<Fields, T> item, List<T> items) {
        if (value instanceof ObjectNode object) {
            Fields inner = new Fields(object, path + name + ".", query, faults);
            items.add(item.apply(inner));
            inner.refuseUnknown();
        } else {
            fault(name, "must be an object, got " + kind(value));
        }
    }

    /** @throws Refusal if anything read so far was wrong, or if there is a field that nobody asked for */
    void check() {
        refuseUnknown();
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
    }

    private void refuseUnknown() {
        values.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(Shown.of(name), "is not a field of this request");
            }
        });
    }

    void fault(String name, String detail) {
        faults.add(new Problem.Fault(path + name, detail));
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = values.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private static String shown(JsonNode value) {
        return value.isContainerNode() ? kind(value) : "'" + Shown.of(value.asText()) + "'";
    }

    /** What JSON calls the value, for instance {@code a number}. */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            case STRING -> "a text";
            case MISSING -> "nothing";
            case NULL -> "null";
            default -> "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }
}
