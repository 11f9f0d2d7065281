package footnote.testing;

import footnote.search.TextEmbedder;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An embedder without a model: each word adds to one of so many dimensions, chosen by its hash. Texts that share words are
 * near each other, texts that share none are mostly far apart. It counts what it embeds. Threads may share one.
 */
public final class HashEmbedder implements TextEmbedder {
    private final int dimensions;
    private final AtomicInteger embedded = new AtomicInteger();

    public HashEmbedder() {
        this(64);
    }

    public HashEmbedder(int dimensions) {
        this.dimensions = dimensions;
    }

    /** How many texts were embedded so far. */
    public int embedded() {
        return embedded.get();
    }

    @Override
    public String name() {
        return "hash-" + dimensions;
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public float[] embedQuery(String query) {
        return embed(query);
    }

    @Override
    public float[] embedPassage(String passage) {
        return embed(passage);
    }

    private float[] embed(String text) {
        embedded.incrementAndGet();
        float[] vector = new float[dimensions];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                vector[Math.floorMod(word.hashCode() * 0x9E3779B1, dimensions)]++;
            }
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += number * number;
        }
        if (squares == 0) {
            vector[0] = 1;
            return vector;
        }
        for (int at = 0; at < vector.length; at++) {
            vector[at] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    @Override
    public void close() {}
}
