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
     * A bonus for documents dated near a day, or not long before it.
     *
     * @param day from which a question is asked
     * @param weight what a document of that very day gains; one 30 days older gains half of it
     */
    public record Recency(LocalDate day, double weight) {
        private static final double HALF = 30;

        /** On the other side of the world it is tomorrow already. */
        private static final int DAYS_AHEAD = 1;

        double bonus(LocalDate date) {
            return weight * of(date, day);
        }

        /** 1 for a document of the day, 1/2 for one 30 days older, towards 0 for old ones; 0 for one that did not exist yet. */
        public static double of(LocalDate date, LocalDate day) {
            long age = ChronoUnit.DAYS.between(date, day);
            return age < -DAYS_AHEAD ? 0 : HALF / (HALF + Math.abs(age));
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
