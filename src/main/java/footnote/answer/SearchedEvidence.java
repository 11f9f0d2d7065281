package footnote.answer;

import footnote.domain.Hit;
import footnote.domain.Question;
import footnote.search.PassageIndex;
import java.util.List;

/** Evidence by search: the best passages that don't repeat each other, neighbours joined. Threads may share it. */
public final class SearchedEvidence implements EvidenceFinder {
    private static final int SEARCHED_FOR_EACH_READ = 3;

    private final PassageIndex index;
    private final TimedSearch search;

    public SearchedEvidence(PassageIndex index, TimedSearch search) {
        this.index = index;
        this.search = search;
    }

    @Override
    public Evidence find(Question question) {
        int most = question.limit() * SEARCHED_FOR_EACH_READ;
        TimedSearch.Found found = search.search(question, most);
        List<Hit> distinct = NearDuplicates.collapsed(found.hits());
        List<Hit> joined =
                Neighbours.joined(distinct, id -> index.document(id).map(PassageIndex.IndexedDocument::document));
        List<Hit> read = joined.subList(0, Math.min(question.limit(), joined.size()));
        return new Evidence(question, found.time(), read, found.hits().size() < most, found.notice());
    }
}
