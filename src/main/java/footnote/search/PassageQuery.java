package footnote.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to search for.
 *
 * @param text words, never query syntax
 * @param from first day of a document's date, included; null for no bound. With a bound undated documents are left out
 * @param to last day, included; null for no bound
 * @param limit how many passages to return at most
 */
public record PassageQuery(
        String text, @Nullable LocalDate from, @Nullable LocalDate to, int limit, Ranking ranking) {
    public PassageQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, got " + limit);
        }
    }

    public static PassageQuery of(String text, int limit) {
        return new PassageQuery(text, null, null, limit, Ranking.usual());
    }

    public PassageQuery between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new PassageQuery(text, first, last, limit, ranking);
    }
}
