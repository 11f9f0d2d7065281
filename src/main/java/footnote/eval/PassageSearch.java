package footnote.eval;

import footnote.answer.Reranker;
import footnote.domain.Hit;
import footnote.domain.Question;
import footnote.search.PassageIndex;
import footnote.search.PassageQuery;
import footnote.search.Ranking;
import java.util.List;

/** One way of finding passages. */
public interface PassageSearch {
    /** The best passages, best first, at most so many. */
    List<Hit> search(Question question, int passages);

    /** What to ask for more passages once the order of the first is known; the same without what only that order needs. */
    default PassageSearch deeper() {
        return this;
    }

    /** A search whose best passages are read and put in order. */
    static PassageSearch reranked(PassageSearch search, Reranker reranker) {
        return new PassageSearch() {
            @Override
            public List<Hit> search(Question question, int passages) {
                return reranker.rerank(question.text(), search.search(question, passages));
            }

            @Override
            public PassageSearch deeper() {
                return search;
            }
        };
    }

    /** Plain search of an index, without a look at the time that the question speaks of. */
    static PassageSearch of(PassageIndex index, Ranking ranking) {
        return (question, passages) -> index.search(
                new PassageQuery(question.text(), question.from(), question.to(), null, passages, ranking));
    }
}
