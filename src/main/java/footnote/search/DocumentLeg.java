package footnote.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * BM25 over whole documents, handed down to their passages: a sentence that answers seldom repeats what its article is
 * about. It proposes no passages of its own.
 */
final class DocumentLeg implements Leg {
    private final Query query;
    private final int documents;

    /**
     * @param filter on the document's record; null for none
     * @param documents how many of the best documents lend their score
     */
    DocumentLeg(List<String> terms, @Nullable Query filter, int documents) {
        BooleanQuery.Builder words = new BooleanQuery.Builder();
        for (String term : terms) {
            words.add(new TermQuery(new Term(PassageFields.WHOLE, term)), Occur.SHOULD);
        }
        this.query = Filters.within(filter, words.build());
        this.documents = documents;
    }

    @Override
    public int[] candidates(IndexSearcher searcher, int limit) {
        return new int[0];
    }

    @Override
    public double[] scores(IndexSearcher searcher, SortedSet<Integer> passages) throws IOException {
        Map<String, Double> best = new HashMap<>();
        for (ScoreDoc found : searcher.search(query, documents).scoreDocs) {
            best.put(documentOf(searcher, found.doc), (double) found.score);
        }
        double[] scores = new double[passages.size()];
        int at = 0;
        for (int passage : passages) {
            scores[at++] = best.getOrDefault(documentOf(searcher, passage), 0.0);
        }
        return scores;
    }

    static String documentOf(IndexSearcher searcher, int record) throws IOException {
        return value(searcher, PassageFields.DOCUMENT, record);
    }

    /** The doc value of one record, as text. */
    static String value(IndexSearcher searcher, String field, int record) throws IOException {
        KeywordLeg.LeafWalk walk = new KeywordLeg.LeafWalk(searcher);
        walk.enters(record);
        SortedDocValues values = walk.leaf().reader().getSortedDocValues(field);
        if (!values.advanceExact(record - walk.leaf().docBase)) {
            throw new IllegalStateException("record " + record + " has no " + field);
        }
        return values.lookupOrd(values.ordValue()).utf8ToString();
    }
}
