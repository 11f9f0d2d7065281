package footnote.search;

import org.apache.lucene.util.VectorUtil;

/**
 * Turns text into a unit vector, so that the dot product of two is their cosine. Threads may share one; the same text
 * gives the same vector each time.
 */
public interface TextEmbedder extends AutoCloseable {
    /** Names model and preparation; vectors of different names must never meet in one index. */
    String name();

    int dimensions();

    float[] embedQuery(String query);

    float[] embedPassage(String passage);

    @Override
    void close();

    /** How near two texts are, by their vectors: 1 for the same direction, 0 for none in common. */
    static double cosine(float[] one, float[] other) {
        return VectorUtil.dotProduct(one, other);
    }
}
