package footnote.domain;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The words that a marker stands for.
 *
 * @param marker the number in the answer's text, from 1
 * @param passage the passage's id
 * @param document the document's id
 * @param date the document's date; null if it has none
 * @param source the document's source; null if it has none
 * @param quote exactly the document's text from {@code start} to {@code end}
 * @param start in UTF-16 units of the document's text
 * @param end in UTF-16 units, exclusive
 * @param link the document's page, opened at the quote; a path on this server
 */
public record Citation(
        int marker,
        String passage,
        String document,
        String title,
        @Nullable LocalDate date,
        @Nullable String source,
        String quote,
        int start,
        int end,
        String link) {
    /**
     * Cites a part of a passage.
     *
     * @param from where the quote begins within the passage's text
     * @param to where it ends within the passage's text, exclusive
     */
    public static Citation of(int marker, Passage passage, int from, int to) {
        int start = passage.start() + from;
        int end = passage.start() + to;
        return new Citation(
                marker,
                passage.id(),
                passage.document(),
                passage.title(),
                passage.date(),
                passage.source(),
                passage.text().substring(from, to),
                start,
                end,
                link(passage.document(), start, end));
    }

    private static String link(String document, int start, int end) {
        String path = URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
        return "/documents/" + path + "#" + start + "-" + end;
    }
}
