package footnote.eval;

import footnote.search.TextEmbedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * An embedder that remembers, across runs, what another one said: vectors are kept in a file by the content that they
 * stand for and the name of the embedder that made them. Threads may share one; closing it
 * leaves the other one open.
 */
public final class EmbeddingCache implements TextEmbedder {
    private final TextEmbedder embedder;
    private final VectorFile vectors;
    private final boolean keepsQueries;

    private EmbeddingCache(TextEmbedder embedder, VectorFile vectors, boolean keepsQueries) {
        this.embedder = embedder;
        this.vectors = vectors;
        this.keepsQueries = keepsQueries;
    }

    /** Keeps passages' vectors only, so that every question costs what it costs a user. */
    public static EmbeddingCache ofPassages(Path folder, TextEmbedder embedder) {
        return open(folder, embedder, false);
    }

    /** Keeps queries' vectors too, where nobody looks at the time that a question takes. */
    public static EmbeddingCache ofPassagesAndQueries(Path folder, TextEmbedder embedder) {
        return open(folder, embedder, true);
    }

    private static EmbeddingCache open(Path folder, TextEmbedder embedder, boolean keepsQueries) {
        Path file = folder.resolve("vectors-" + embedder.dimensions() + ".bin");
        try {
            return new EmbeddingCache(embedder, VectorFile.open(file, embedder.dimensions()), keepsQueries);
        } catch (IOException e) {
            throw new UncheckedIOException("the cache of vectors can't be opened: " + file, e);
        }
    }

    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public float[] embedQuery(String query) {
        return keepsQueries ? remembered("query", query, embedder::embedQuery) : embedder.embedQuery(query);
    }

    @Override
    public float[] embedPassage(String passage) {
        return remembered("passage", passage, embedder::embedPassage);
    }

    private float[] remembered(String kind, String text, Function<String, float[]> embed) {
        Fingerprint fingerprint = Fingerprint.of(utf8(embedder.name()), utf8(kind), utf8(text));
        try {
            Optional<float[]> known = vectors.find(fingerprint);
            if (known.isPresent()) {
                return known.get();
            }
            float[] vector = embed.apply(text);
            vectors.add(fingerprint, vector);
            return vector;
        } catch (IOException e) {
            throw new UncheckedIOException("the cache of vectors can't be used", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            vectors.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the cache of vectors can't be closed", e);
        }
    }
}
