package footnote.answer;

import footnote.domain.Hit;
import footnote.domain.Question;
import footnote.domain.TimeScope;
import footnote.search.PassageIndex;
import footnote.search.PassageQuery;
import footnote.search.Ranking;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evidence by search: the best passages that don't repeat each other, from the time that the question speaks of. The
 * asker's own bounds always hold; those read from the question's words are widened where they leave nothing, and the
 * notice says so. Threads may share it.
 */
public final class SearchedEvidence implements EvidenceFinder {
    private static final int SEARCHED_FOR_EACH_READ = 3;

    private final TimeScopeReader times = new TimeScopeReader();
    private final PassageIndex index;
    private final Ranking ranking;

    public SearchedEvidence(PassageIndex index, Ranking ranking) {
        this.index = index;
        this.ranking = ranking;
    }

    @Override
    public Evidence find(Question question) {
        TimeReading time = times.read(question.text(), question.asOf());
        TimeScope said = time.scope().orElse(null);
        Optional<TimeScope> bounds = isBounded(question) ? Optional.empty() : time.documentDates(question.asOf());
        if (bounds.isEmpty()) {
            return new Evidence(question, said, searched(question, question.from(), question.to()), null);
        }
        List<Hit> inside = searched(question, bounds.get().from(), bounds.get().to());
        return inside.isEmpty()
                ? new Evidence(question, said, searched(question, null, null), widened(bounds.get()))
                : new Evidence(question, said, inside, null);
    }

    private static boolean isBounded(Question question) {
        return question.from() != null || question.to() != null;
    }

    private static String widened(TimeScope bounds) {
        return "No passage is dated “" + bounds.said() + "”, so passages of any date were read.";
    }

    private List<Hit> searched(Question question, @Nullable LocalDate from, @Nullable LocalDate to) {
        int wide = question.limit() * SEARCHED_FOR_EACH_READ;
        PassageQuery query = new PassageQuery(question.text(), from, to, wide, ranking);
        List<Hit> distinct = NearDuplicates.collapsed(index.search(query));
        return distinct.subList(0, Math.min(question.limit(), distinct.size()));
    }
}
