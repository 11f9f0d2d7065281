package footnote.testing;

import footnote.search.TextEmbedder;
import java.util.Locale;

/** A bag of hashed words as a unit vector: texts that share words are near each other, without a model. */
public final class HashEmbedder implements TextEmbedder {
    private static final int DIMENSIONS = 64;

    @Override
    public String name() {
        return "hash";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embedQuery(String query) {
        return embedPassage(query);
    }

    @Override
    public float[] embedPassage(String passage) {
        float[] vector = new float[DIMENSIONS];
        vector[0] = 0.01f;
        for (String word : passage.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            vector[Math.floorMod(word.hashCode(), DIMENSIONS)] += 1;
        }
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int at = 0; at < DIMENSIONS; at++) {
            vector[at] /= length;
        }
        return vector;
    }

    @Override
    public void close() {}
}
