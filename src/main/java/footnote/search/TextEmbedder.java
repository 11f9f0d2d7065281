package footnote.search;

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
}
