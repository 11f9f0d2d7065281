package footnote.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Cosine of question and passage. Candidates come from the quantised HNSW graph; scores are exact, from the full
 * vectors, so that quantisation costs recall at the far end only.
 */
final class VectorLeg implements Leg {
    private final float[] question;
    private final @Nullable Query filter;

    /** @param filter on the passage's record; null for none */
    VectorLeg(float[] question, @Nullable Query filter) {
        this.question = question;
        this.filter = filter;
    }

    @Override
    public int[] candidates(IndexSearcher searcher, int limit) throws IOException {
        Query nearest = new KnnFloatVectorQuery(PassageFields.VECTOR, question, limit, filter);
        return Arrays.stream(searcher.search(nearest, limit).scoreDocs)
                .mapToInt(found -> found.doc)
                .toArray();
    }

    @Override
    public double[] scores(IndexSearcher searcher, SortedSet<Integer> passages) throws IOException {
        double[] scores = new double[passages.size()];
        KeywordLeg.LeafWalk walk = new KeywordLeg.LeafWalk(searcher);
        LeafVectors vectors = LeafVectors.NONE;
        int at = 0;
        for (int passage : passages) {
            if (walk.enters(passage)) {
                vectors = LeafVectors.of(walk.leaf().reader().getFloatVectorValues(PassageFields.VECTOR));
            }
            float[] vector = vectors.at(passage - walk.leaf().docBase);
            scores[at++] = vector == null ? Double.NaN : VectorUtil.dotProduct(question, vector);
        }
        return scores;
    }

    /** The question moved towards what answers it, after Rocchio's formula with no negative part. */
    @Override
    public Optional<Leg> informed(IndexSearcher searcher, SortedSet<Integer> best, double weight) throws IOException {
        List<float[]> known = vectors(searcher, best);
        float[] moved = question.clone();
        for (float[] vector : known) {
            for (int at = 0; at < moved.length; at++) {
                moved[at] += (float) (weight * vector[at] / known.size());
            }
        }
        return known.isEmpty() ? Optional.empty() : Optional.of(new VectorLeg(VectorUtil.l2normalize(moved), filter));
    }

    private static List<float[]> vectors(IndexSearcher searcher, SortedSet<Integer> passages) throws IOException {
        List<float[]> known = new ArrayList<>();
        KeywordLeg.LeafWalk walk = new KeywordLeg.LeafWalk(searcher);
        LeafVectors vectors = LeafVectors.NONE;
        for (int passage : passages) {
            if (walk.enters(passage)) {
                vectors = LeafVectors.of(walk.leaf().reader().getFloatVectorValues(PassageFields.VECTOR));
            }
            float[] vector = vectors.at(passage - walk.leaf().docBase);
            if (vector != null) {
                known.add(vector.clone());
            }
        }
        return known;
    }

    /** The vectors of one leaf, read in rising order; a passage whose vector is still to come has none. */
    private record LeafVectors(
            @Nullable FloatVectorValues values, KnnVectorValues.@Nullable DocIndexIterator iterator) {
        static final LeafVectors NONE = new LeafVectors(null, null);

        static LeafVectors of(@Nullable FloatVectorValues values) {
            return values == null ? NONE : new LeafVectors(values, values.iterator());
        }

        float @Nullable [] at(int record) throws IOException {
            if (values == null || iterator == null) {
                return null;
            }
            int reached = iterator.docID() < record ? iterator.advance(record) : iterator.docID();
            return reached == record ? values.vectorValue(iterator.index()) : null;
        }
    }
}
