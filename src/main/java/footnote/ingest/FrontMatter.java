package footnote.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.parser.Parser;

/**
 * The YAML lines between two {@code ---} at the head of a text.
 *
 * @param fields by their names in small letters; of a list the first value
 * @param length how many characters of the text it takes, 0 if there is none
 */
record FrontMatter(Map<String, String> fields, int length) {
    private static final String FENCE = "---";
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(YamlFrontMatterExtension.create()))
            .build();

    FrontMatter {
        fields = Map.copyOf(fields);
    }

    static FrontMatter of(String text) {
        int length = length(text);
        if (length == 0) {
            return new FrontMatter(Map.of(), 0);
        }
        YamlFrontMatterVisitor visitor = new YamlFrontMatterVisitor();
        PARSER.parse(text.substring(0, length)).accept(visitor);
        Map<String, String> fields = new HashMap<>();
        visitor.getData().forEach((name, values) -> {
            if (!values.isEmpty()) {
                fields.putIfAbsent(name.toLowerCase(Locale.ROOT), values.getFirst());
            }
        });
        return new FrontMatter(fields, length);
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
