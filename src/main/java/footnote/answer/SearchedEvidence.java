package footnote.answer;

import footnote.domain.Hit;
import footnote.domain.Question;
import footnote.search.PassageIndex;
import footnote.search.PassageQuery;
import footnote.search.Ranking;
import java.util.List;

/** Evidence by search: the best passages that don't repeat each other. */
public final class SearchedEvidence implements EvidenceFinder {
    private static final int SEARCHED_FOR_EACH_READ = 3;

    private final PassageIndex index;
    private final Ranking ranking;

    public SearchedEvidence(PassageIndex index, Ranking ranking) {
        this.index = index;
        this.ranking = ranking;
    }

    @Override
    public Evidence find(Question question) {
        int wide = question.limit() * SEARCHED_FOR_EACH_READ;
        PassageQuery query = new PassageQuery(question.text(), question.from(), question.to(), wide, ranking);
        List<Hit> distinct = NearDuplicates.collapsed(index.search(query));
        List<Hit> read = distinct.subList(0, Math.min(question.limit(), distinct.size()));
        return new Evidence(question, null, read, null);
    }
}
