package footnote.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Some whole sentences of one document, with where they stand.
 *
 * @param id {@code DOCUMENT.START-END}: the same words at the same place keep their id
 * @param document the document's id
 * @param title the document's title
 * @param date the document's date; null if it has none
 * @param source the document's source; null if it has none
 * @param headings the headings above the passage, outermost first, joined by " > "; empty if there are none
 * @param text exactly the document's text from {@code start} to {@code end}
 * @param start in UTF-16 units of the document's text
 * @param end in UTF-16 units, exclusive
 */
public record Passage(
        String id,
        String document,
        String title,
        @Nullable LocalDate date,
        @Nullable String source,
        String headings,
        String text,
        int start,
        int end) {
    public Passage {
        if (start < 0 || end - start != text.length()) {
            throw new IllegalArgumentException(
                    "a passage's span must be as long as its text, got %d-%d for %d characters"
                            .formatted(start, end, text.length()));
        }
    }

    /** The passage of a document between two offsets. */
    public static Passage of(Document document, String headings, int start, int end) {
        return new Passage(
                document.id() + "." + start + "-" + end,
                document.id(),
                document.title(),
                document.date(),
                document.source(),
                headings,
                document.text().substring(start, end),
                start,
                end);
    }
}
