package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.search.TextEmbedder;
import footnote.testing.HashEmbedder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingCacheTest {
    private static final int RECORD = 32 + 64 * 4 + 4;

    @TempDir
    Path folder;

    @Test
    void embedsAPassageOnceAndRemembersItInTheNextRun() {
        HashEmbedder first = new HashEmbedder();
        HashEmbedder second = new HashEmbedder();
        float[] vector;
        try (TextEmbedder cache = EmbeddingCache.ofPassages(folder, first)) {
            vector = cache.embedPassage("They meet in Geneva.");
            assertThat(cache.embedPassage("They meet in Geneva.")).isEqualTo(vector);
        }
        try (TextEmbedder cache = EmbeddingCache.ofPassages(folder, second)) {
            assertThat(cache.embedPassage("They meet in Geneva.")).isEqualTo(vector);
        }

        assertThat(first.embedded()).isEqualTo(1);
        assertThat(second.embedded()).isZero();
        assertThat(vector).isEqualTo(new HashEmbedder().embedPassage("They meet in Geneva."));
    }

    @Test
    void embedsEachQueryAnewUnlessAskedToKeepQueriesToo() {
        HashEmbedder embedder = new HashEmbedder();
        try (TextEmbedder cache = EmbeddingCache.ofPassages(folder, embedder)) {
            cache.embedQuery("where?");
            cache.embedQuery("where?");
        }
        assertThat(embedder.embedded()).isEqualTo(2);

        try (TextEmbedder cache = EmbeddingCache.ofPassagesAndQueries(folder, embedder)) {
            cache.embedQuery("where?");
            cache.embedQuery("where?");
        }
        assertThat(embedder.embedded()).isEqualTo(3);
    }

    @Test
    void keepsQueriesAndPassagesOfTheSameWordsApart() {
        HashEmbedder embedder = new HashEmbedder();
        try (TextEmbedder cache = EmbeddingCache.ofPassagesAndQueries(folder, embedder)) {
            cache.embedQuery("Geneva");
            cache.embedPassage("Geneva");
        }

        assertThat(embedder.embedded()).isEqualTo(2);
    }

    @Test
    void keepsEmbeddersOfOtherNamesApart() {
        try (TextEmbedder cache = EmbeddingCache.ofPassages(folder, new Renamed("one", 1, 1))) {
            assertThat(cache.embedPassage("x")).containsExactly(1);
        }
        try (TextEmbedder cache = EmbeddingCache.ofPassages(folder, new Renamed("two", 2, 1))) {
            assertThat(cache.embedPassage("x")).containsExactly(2);
            assertThat(cache.name()).isEqualTo("two");
            assertThat(cache.dimensions()).isEqualTo(1);
        }
    }

    @Test
    void writesOverARecordThatWasCutOff() throws IOException {
        remember("one", "two");
        try (FileChannel file = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            file.truncate(2L * RECORD - 5);
        }

        assertThat(missed("one", "two", "three")).isEqualTo(2);
        assertThat(Files.size(file())).isEqualTo(3L * RECORD);
        assertThat(missed("one", "two", "three")).isZero();
    }

    @Test
    void embedsAnewWhatWasSpoilt() throws IOException {
        remember("one", "two");
        try (FileChannel file = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.allocate(64), RECORD + 40);
        }

        assertThat(missed("one", "two")).isEqualTo(1);
        assertThat(missed("one", "two")).isZero();
    }

    @Test
    void takesAFileOfZerosForEmpty() throws IOException {
        Files.write(file(), new byte[3 * RECORD]);

        assertThat(missed("one")).isEqualTo(1);
        assertThat(missed("one")).isZero();
    }

    @Test
    void canBeSharedByThreads() throws Exception {
        List<String> texts =
                IntStream.range(0, 400).mapToObj(n -> "passage " + n % 100).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8);
                TextEmbedder cache = EmbeddingCache.ofPassages(folder, new HashEmbedder())) {
            List<Future<float[]>> vectors = texts.stream()
                    .map(text -> threads.submit(() -> cache.embedPassage(text)))
                    .toList();
            for (int at = 0; at < texts.size(); at++) {
                assertThat(vectors.get(at).get()).isEqualTo(new HashEmbedder().embedPassage(texts.get(at)));
            }
        }

        assertThat(missed(texts.toArray(String[]::new))).isZero();
    }

    @Test
    void refusesAVectorOfAnotherLength() {
        try (TextEmbedder cache = EmbeddingCache.ofPassages(folder, new Renamed("long", 1, 2))) {
            assertThatThrownBy(() -> cache.embedPassage("x")).hasMessage("a vector must have 1 numbers, got 2");
        }
    }

    private void remember(String... texts) {
        missed(texts);
    }

    private int missed(String... texts) {
        HashEmbedder embedder = new HashEmbedder();
        try (TextEmbedder cache = EmbeddingCache.ofPassages(folder, embedder)) {
            for (String text : texts) {
                assertThat(cache.embedPassage(text)).isEqualTo(new HashEmbedder().embedPassage(text));
            }
        }
        return embedder.embedded();
    }

    private Path file() {
        return folder.resolve("vectors-64.bin");
    }

    /** Says the same of every text, in so many numbers; it claims to say one. */
    private record Renamed(String name, float number, int numbers) implements TextEmbedder {
        @Override
        public int dimensions() {
            return 1;
        }

        @Override
        public float[] embedQuery(String query) {
            return embedPassage(query);
        }

        @Override
        public float[] embedPassage(String passage) {
            float[] vector = new float[numbers];
            Arrays.fill(vector, number);
            return vector;
        }

        @Override
        public void close() {}
    }
}
