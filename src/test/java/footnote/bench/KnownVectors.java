package footnote.bench;

import footnote.search.TextEmbedder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Vectors that were made beforehand, so that only search is measured. Threads may share one. */
final class KnownVectors implements TextEmbedder {
    private final Map<String, float[]> vectors = new ConcurrentHashMap<>();

    void put(String text, float[] vector) {
        vectors.put(text, vector);
    }

    @Override
    public String name() {
        return "known-" + SyntheticCorpus.DIMENSIONS;
    }

    @Override
    public int dimensions() {
        return SyntheticCorpus.DIMENSIONS;
    }

    @Override
    public float[] embedQuery(String query) {
        float[] vector = vectors.get(query);
        if (vector == null) {
            throw new IllegalArgumentException("no vector was made beforehand for: " + query);
        }
        return vector;
    }

    @Override
    public float[] embedPassage(String passage) {
        return embedQuery(passage);
    }

    @Override
    public void close() {}
}
