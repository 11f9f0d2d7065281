package footnote.answer;

import footnote.domain.Hit;
import footnote.domain.Question;
import footnote.domain.TimeScope;
import footnote.search.PassageIndex;
import footnote.search.PassageQuery;
import footnote.search.PassageQuery.Recency;
import footnote.search.Ranking;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Searches the time that a question speaks of. The asker's own bounds always hold; those read from the question's words
 * are widened where they leave nothing, and the notice says so. Documents dated near the day of asking weigh a little more
 * in any case, and much more where the question wants the newest. Threads may share it.
 */
public final class TimedSearch {
    private final TimeScopeReader times = new TimeScopeReader();
    private final PassageIndex index;
    private final Ranking ranking;

    public TimedSearch(PassageIndex index, Ranking ranking) {
        this.index = index;
        this.ranking = ranking;
    }

    /**
     * What a search found.
     *
     * @param time the time that the question speaks of; null if it names none
     * @param notice what the asker should know, in one sentence; null if nothing
     */
    public record Found(
            List<Hit> hits,
            @Nullable TimeScope time,
            @Nullable String notice) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    /** The best passages, best first, at most so many. */
    public Found search(Question question, int passages) {
        TimeReading time = times.read(question.text(), question.asOf());
        TimeScope said = time.scope().orElse(null);
        Recency recency = new Recency(question.asOf(), weight(time.freshness()));
        PassageQuery any =
                new PassageQuery(question.text(), question.from(), question.to(), recency, passages, ranking);
        Optional<TimeScope> bounds = isBounded(question) ? Optional.empty() : time.documentDates();
        if (bounds.isEmpty()) {
            return new Found(index.search(any), said, null);
        }
        LocalDate from = bounds.get().from();
        List<Hit> inside = index.search(any.between(from, bounds.get().to()));
        return inside.isEmpty()
                ? new Found(index.search(any), said, widened(bounds.get()))
                : new Found(inside, said, null);
    }

    private static boolean isBounded(Question question) {
        return question.from() != null || question.to() != null;
    }

    private static double weight(Freshness freshness) {
        return switch (freshness) {
            case ANY -> 0.2;
            case RECENT -> 0.3;
            case NEWEST -> 0.4;
        };
    }

    private static String widened(TimeScope bounds) {
        return "No passage is dated “" + bounds.said() + "”, so passages of any date were read.";
    }
}
