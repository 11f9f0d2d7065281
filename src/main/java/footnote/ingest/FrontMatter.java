package footnote.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines {@code name: value} between two {@code ---} at the head of a text. They are read line by line and not as YAML,
 * because people write titles with a colon in them, which YAML refuses.
 *
 * @param fields by their names in small letters; of two with one name the first
 * @param length how many characters of the text it takes, 0 if there is none
 */
record FrontMatter(Map<String, String> fields, int length) {
    private static final String FENCE = "---";
    private static final Pattern FIELD = Pattern.compile("(?m)^([\\p{L}_-]+)[ \\t]*:[ \\t]*(.*?)[ \\t\\r]*$");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");

    FrontMatter {
        fields = Map.copyOf(fields);
    }

    static FrontMatter of(String text) {
        int length = length(text);
        if (length == 0) {
            return new FrontMatter(Map.of(), 0);
        }
        Map<String, String> fields = new HashMap<>();
        Matcher field = FIELD.matcher(text.substring(0, length));
        while (field.find()) {
            fields.putIfAbsent(field.group(1).toLowerCase(Locale.ROOT), unquoted(field.group(2)));
        }
        return new FrontMatter(fields, length);
    }

    private static String unquoted(String value) {
        Matcher quoted = QUOTED.matcher(value);
        return quoted.matches() ? value.substring(1, value.length() - 1) : value;
    }

    private static int length(String text) {
        if (!text.startsWith(FENCE) || !isLineEnd(text, FENCE.length())) {
            return 0;
        }
        for (int fence = text.indexOf("\n" + FENCE); fence >= 0; fence = text.indexOf("\n" + FENCE, fence + 1)) {
            int end = fence + 1 + FENCE.length();
            if (isLineEnd(text, end)) {
                int next = text.indexOf('\n', end);
                return next < 0 ? text.length() : next + 1;
            }
        }
        return 0;
    }

    private static boolean isLineEnd(String text, int at) {
        int next = at;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\r')) {
            next++;
        }
        return next == text.length() || text.charAt(next) == '\n';
    }
}
