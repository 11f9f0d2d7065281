package footnote.search;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.lucene.search.IndexSearcher;

/** One way of scoring passages for a question. A leg proposes candidates, then scores the candidates of all legs. */
interface Leg {
    /** The Lucene numbers of the best passages. */
    int[] candidates(IndexSearcher searcher, int limit) throws IOException;

    /** The score of each passage, in their order; 0 where the leg finds nothing in it, no number where it can't say yet. */
    double[] scores(IndexSearcher searcher, SortedSet<Integer> passages) throws IOException;

    /**
     * This leg as it scores after it has seen the passages that all legs together find best; empty if they teach it nothing.
     *
     * @param weight how much they count against the question, together
     */
    default Optional<Leg> informed(IndexSearcher searcher, SortedSet<Integer> best, double weight) throws IOException {
        return Optional.empty();
    }
}
