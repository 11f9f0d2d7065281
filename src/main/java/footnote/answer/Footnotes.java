package footnote.answer;

import footnote.domain.Citation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers quotes in the order of their first appearance and writes statements with their markers. One answer's use. */
final class Footnotes {
    private final Map<Draft.Quote, Integer> markers = new LinkedHashMap<>();

    /** The statement with its markers behind it, for instance {@code It rained. [1][2]}. */
    String written(Draft.Statement statement) {
        StringBuilder text = new StringBuilder(statement.text()).append(' ');
        for (Draft.Quote quote : statement.quotes()) {
            text.append('[').append(marker(quote)).append(']');
        }
        return text.toString();
    }

    private int marker(Draft.Quote quote) {
        return markers.computeIfAbsent(quote, unknown -> markers.size() + 1);
    }

    /** One citation for each marker so far, by marker. */
    List<Citation> citations() {
        List<Citation> citations = new ArrayList<>();
        markers.forEach(
                (quote, marker) -> citations.add(Citation.of(marker, quote.passage(), quote.from(), quote.to())));
        return List.copyOf(citations);
    }
}
