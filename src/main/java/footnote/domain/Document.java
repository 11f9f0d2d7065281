package footnote.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document as it was read: the text that every span counts in, and what is known about it.
 *
 * @param id stable and safe in a URL path
 * @param date the day that the document is about or was published on, never the file's time; null if it doesn't say
 * @param source who published it; null if it doesn't say
 * @param url where it was published; null if it doesn't say
 * @param text the whole text, plain; offsets are UTF-16 units of it
 * @param headings the headings of the text, in order
 * @param fingerprint of everything above; equal fingerprints mean that there is nothing to do
 */
public record Document(
        String id,
        String title,
        @Nullable LocalDate date,
        @Nullable String source,
        @Nullable String url,
        String text,
        List<Heading> headings,
        String fingerprint) {
    public Document {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a document's id must not be blank");
        }
        headings = List.copyOf(headings);
    }
}
