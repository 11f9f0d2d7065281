package footnote.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** BM25 over the passages' title, headings and text, with a bonus for neighbouring words that stay near each other. */
final class KeywordLeg implements Leg {
    private static final int NEAR = 4;

    private final Query words;
    private final Query filtered;

    /** @param filter on the passage's record; null for none */
    KeywordLeg(List<String> terms, @Nullable Query filter, Ranking ranking) {
        words = words(terms, ranking);
        filtered = Filters.within(filter, words);
    }

    @Override
    public int[] candidates(IndexSearcher searcher, int limit) throws IOException {
        return Arrays.stream(searcher.search(filtered, limit).scoreDocs)
                .mapToInt((ScoreDoc found) -> found.doc)
                .toArray();
    }

    @Override
    public double[] scores(IndexSearcher searcher, SortedSet<Integer> passages) throws IOException {
        return scores(searcher, words, passages);
    }

    /** What a query gives some records, without searching the rest; 0 where it doesn't match. */
    static double[] scores(IndexSearcher searcher, Query query, SortedSet<Integer> records) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        double[] scores = new double[records.size()];
        LeafWalk walk = new LeafWalk(searcher);
        Scorer scorer = null;
        int at = 0;
        for (int record : records) {
            if (walk.enters(record)) {
                scorer = weight.scorer(walk.leaf());
            }
            scores[at++] = scorer == null ? 0 : score(scorer, record - walk.leaf().docBase);
        }
        return scores;
    }

    private static double score(Scorer scorer, int record) throws IOException {
        DocIdSetIterator matches = scorer.iterator();
        int reached = matches.docID() < record ? matches.advance(record) : matches.docID();
        return reached == record ? scorer.score() : 0;
    }

    private static Query words(List<String> terms, Ranking ranking) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String term : terms) {
            query.add(new TermQuery(new Term(PassageFields.TEXT, term)), Occur.SHOULD);
            query.add(boosted(new TermQuery(new Term(PassageFields.CONTEXT, term)), ranking.context()), Occur.SHOULD);
        }
        if (ranking.proximity() > 0) {
            for (int at = 1; at < terms.size(); at++) {
                PhraseQuery near = new PhraseQuery(NEAR, PassageFields.TEXT, terms.get(at - 1), terms.get(at));
                query.add(boosted(near, ranking.proximity()), Occur.SHOULD);
            }
        }
        return query.build();
    }

    private static Query boosted(Query query, float boost) {
        return new BoostQuery(query, boost);
    }

    /** Follows rising record numbers through the index's leaves. */
    static final class LeafWalk {
        private final List<LeafReaderContext> leaves;
        private int current = -1;

        LeafWalk(IndexSearcher searcher) {
            leaves = searcher.getIndexReader().leaves();
        }

        /** Moves to the record's leaf; true if that is another leaf than before. */
        boolean enters(int record) {
            int before = current;
            while (current < 0 || record >= leaf().docBase + leaf().reader().maxDoc()) {
                current++;
            }
            return current != before;
        }

        LeafReaderContext leaf() {
            return leaves.get(current);
        }
    }
}
