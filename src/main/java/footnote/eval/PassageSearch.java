package footnote.eval;

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

    /** Plain search of an index, without a look at the time that the question speaks of. */
    static PassageSearch of(PassageIndex index, Ranking ranking) {
        return (question, passages) -> index.search(
                new PassageQuery(question.text(), question.from(), question.to(), null, passages, ranking));
    }
}
