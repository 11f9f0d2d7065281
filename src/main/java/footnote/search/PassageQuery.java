package footnote.search;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What to search for.
 *
 * @param text words, never query syntax
 * @param from first day of a document's date, included; null for no bound. With a bound undated documents are left out
 * @param to last day, included; null for no bound
 * @param recency how much a document's nearness to a day counts; null for not at all
 * @param limit how many passages to return at most
 */
public record PassageQuery(
        String text,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Recency recency,
        int limit,
        Ranking ranking) {
    /**
     * A bonus for documents dated near a day.
     *
     * @param weight what a document of that very day gains; one 30 days off gains half of it
     */
    public record Recency(LocalDate day, double weight) {
        private static final double HALF = 30;

        /** The bonus of a document of another day. */
        double bonus(LocalDate date) {
            return weight * HALF / (HALF + Math.abs(ChronoUnit.DAYS.between(date, day)));
        }
    }

    public PassageQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, got " + limit);
        }
    }

    public static PassageQuery of(String text, int limit) {
        return new PassageQuery(text, null, null, null, limit, Ranking.usual());
    }

    public PassageQuery between(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new PassageQuery(text, first, last, recency, limit, ranking);
    }
}
