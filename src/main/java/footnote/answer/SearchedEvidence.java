package footnote.answer;

import footnote.domain.Hit;
import footnote.domain.Question;
import java.util.List;

/** Evidence by search: the best passages that don't repeat each other. Threads may share it. */
public final class SearchedEvidence implements EvidenceFinder {
    private static final int SEARCHED_FOR_EACH_READ = 3;

    private final TimedSearch search;

    public SearchedEvidence(TimedSearch search) {
        this.search = search;
    }

    @Override
    public Evidence find(Question question) {
        int most = question.limit() * SEARCHED_FOR_EACH_READ;
        TimedSearch.Found found = search.search(question, most);
        List<Hit> distinct = NearDuplicates.collapsed(found.hits());
        List<Hit> read = distinct.subList(0, Math.min(question.limit(), distinct.size()));
        return new Evidence(question, found.time(), read, found.hits().size() < most, found.notice());
    }
}
