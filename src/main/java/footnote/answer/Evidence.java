package footnote.answer;

import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.domain.Question;
import footnote.domain.TimeScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answerer may speak from, and nothing else.
 *
 * @param question in its stand-alone form
 * @param time the time that the question speaks of; null if it names none
 * @param hits the passages, best first
 * @param isWhole whether the search found every passage that there is
 * @param notice what the asker should know of the search, in one sentence; null if nothing
 */
public record Evidence(
        Question question,
        @Nullable TimeScope time,
        List<Hit> hits,
        boolean isWhole,
        @Nullable String notice) {
    public Evidence {
        hits = List.copyOf(hits);
    }

    public List<Passage> passages() {
        return hits.stream().map(Hit::passage).toList();
    }
}
