package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.domain.IndexState;
import footnote.search.PassageQuery;
import footnote.search.PassageWriter;
import footnote.search.Ranking;
import footnote.search.TextEmbedder;
import footnote.testing.HashEmbedder;
import footnote.testing.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorPassTest {
    private static final int DOCUMENTS = 300;
    private static final int DIMENSIONS = 1_024;

    private final HashEmbedder embedder = new HashEmbedder(DIMENSIONS);
    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @TempDir
    Path path;

    private WrittenFolder folder;
    private PassageWriter writer;

    @BeforeEach
    void read() {
        folder = new WrittenFolder(path.resolve("passages"));
        for (int number = 0; number < DOCUMENTS; number++) {
            folder.write(number + ".md", "# Weir " + number + "\n\nThe weir is old.\n\n## Tarn\n\nThe tarn is deep.\n");
        }
        writer = PassageWriter.open(path.resolve("index"), embedder);
        update();
    }

    @AfterEach
    void close() {
        workers.shutdownNow();
        writer.close();
    }

    private void update() {
        new Ingestor(folder.source(), PassageSplitter.usual(), writer).update(Progress.SILENT);
    }

    @Test
    void givesEveryPassageAVector() throws InterruptedException {
        assertThat(writer.index().withoutVectors()).hasSize(DOCUMENTS);

        assertThat(pass(embedder)).isEqualTo(2 * DOCUMENTS);

        assertThat(writer.index().withoutVectors()).isEmpty();
        assertThat(embedder.embedded()).isEqualTo(2 * DOCUMENTS);
        assertThat(writer.index().search(vectors(2 * DOCUMENTS))).hasSize(2 * DOCUMENTS);
    }

    @Test
    void changesNothingElse() throws InterruptedException {
        var before = writer.index().document(writer.index().withoutVectors().getFirst());

        pass(embedder);

        assertThat(writer.index().document(before.orElseThrow().document().id()))
                .isEqualTo(before);
        assertThat(writer.index().state()).isEqualTo(new IndexState(2, DOCUMENTS, 2 * DOCUMENTS));
    }

    @Test
    void embedsWhatStandsAboveThePassageToo() throws InterruptedException {
        pass(embedder);

        var best = writer.index().search(new PassageQuery("weir 25 tarn", null, null, null, 1, Ranking.vectorOnly()));

        assertThat(best)
                .singleElement()
                .satisfies(hit -> assertThat(hit.passage().title()).isEqualTo("Weir 25"));
    }

    @Test
    void embedsOnlyWhatHasNoVector() throws InterruptedException {
        pass(embedder);
        folder.write("7.md", "# Weir 7\n\nThe weir is new.\n");
        folder.delete("8.md");
        update();

        assertThat(pass(embedder)).isEqualTo(1);
        assertThat(pass(embedder)).isZero();
        assertThat(embedder.embedded()).isEqualTo(2 * DOCUMENTS + 1);
    }

    @Test
    void anInterruptLeavesAnIndexThatALaterPassCompletes() throws InterruptedException {
        for (int text : new int[] {0, 1, 50, 150, 255, 256, 300}) {
            int waiting = 2 * writer.index().withoutVectors().size();
            if (waiting == 0) {
                break;
            }
            InterruptingEmbedder interrupting =
                    new InterruptingEmbedder(Thread.currentThread(), Math.min(text, waiting - 1));
            assertThatThrownBy(() -> pass(interrupting)).isInstanceOf(InterruptedException.class);
            assertThat(writer.index().state().passages()).isEqualTo(2 * DOCUMENTS);
        }
        pass(embedder);

        assertThat(writer.index().withoutVectors()).isEmpty();
        assertThat(writer.index().search(vectors(2 * DOCUMENTS))).hasSize(2 * DOCUMENTS);
    }

    @Test
    void anInterruptKeepsTheVectorsSoFar() throws InterruptedException {
        InterruptingEmbedder late = new InterruptingEmbedder(Thread.currentThread(), 2 * DOCUMENTS - 1);
        assertThatThrownBy(() -> pass(late)).isInstanceOf(InterruptedException.class);
        writer.close();
        writer = PassageWriter.open(path.resolve("index"), embedder);

        assertThat(writer.index().withoutVectors()).hasSizeLessThan(DOCUMENTS);
    }

    @Test
    void leavesToTheNextRunWhatIsReplacedOrRemovedMeanwhile() throws InterruptedException {
        folder.write("7.md", "# Weir 7\n\nThe weir is new.\n");
        folder.delete("8.md");
        VectorPass pass = new VectorPass(writer, embedder, workers);

        int embedded = pass.run((step, done, total) -> {
            if (done < total) {
                update();
            }
        });

        assertThat(embedded).isEqualTo(2 * (DOCUMENTS - 2) + 1);
        assertThat(writer.index().withoutVectors()).isEmpty();
    }

    @Test
    void writesNoDocumentBackThatWasReplacedOrRemovedWhileItWasEmbedded() throws InterruptedException {
        CountDownLatch changed = new CountDownLatch(1);
        Thread.ofPlatform().start(() -> {
            assertThat(Patience.until(() -> embedder.embedded() > 0)).isTrue();
            folder.write("0.md", "# Weir 0\n\nThe weir is new.\n");
            folder.delete("1.md");
            update();
            changed.countDown();
        });

        pass(new WaitingEmbedder(embedder, changed));

        assertThat(writer.index().withoutVectors())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("0-md");
        assertThat(writer.index().state().documents()).isEqualTo(DOCUMENTS - 1);
        assertThat(pass(embedder)).isEqualTo(1);
        assertThat(writer.index().withoutVectors()).isEmpty();
    }

    @Test
    void anEmbedderThatFailsLosesNoText() {
        TextEmbedder failing = new InterruptingEmbedder(Thread.currentThread(), -1);

        assertThatThrownBy(() -> pass(failing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a passage can't be embedded");
        assertThat(writer.index().state().passages()).isEqualTo(2 * DOCUMENTS);
    }

    @Test
    void tellsHowFarItIs() throws InterruptedException {
        List<Integer> heard = new ArrayList<>();

        new VectorPass(writer, embedder, workers).run((step, done, total) -> heard.add(done * 1000 / total));

        assertThat(heard).hasSizeGreaterThan(1).isSorted().last().isEqualTo(1000);
    }

    private int pass(TextEmbedder used) throws InterruptedException {
        return new VectorPass(writer, used, workers).run(Progress.SILENT);
    }

    private static PassageQuery vectors(int limit) {
        return new PassageQuery("weir", null, null, null, limit, Ranking.vectorOnly());
    }

    /** Interrupts a thread while it embeds one text, counted from 0, and waits until it is heard; fails if that is none. */
    private static final class InterruptingEmbedder implements TextEmbedder {
        private final HashEmbedder hash = new HashEmbedder(DIMENSIONS);
        private final AtomicInteger left;
        private final Thread interrupted;

        InterruptingEmbedder(Thread interrupted, int text) {
            this.interrupted = interrupted;
            this.left = new AtomicInteger(text);
        }

        @Override
        public String name() {
            return hash.name();
        }

        @Override
        public int dimensions() {
            return hash.dimensions();
        }

        @Override
        public float[] embedQuery(String query) {
            return hash.embedQuery(query);
        }

        @Override
        public float[] embedPassage(String passage) {
            int now = left.getAndDecrement();
            if (now < 0) {
                throw new IllegalStateException("the embedder fails");
            }
            if (now == 0) {
                left.set(Integer.MAX_VALUE);
                interrupted.interrupt();
                while (interrupted.isInterrupted()) {
                    Thread.onSpinWait();
                }
            }
            return hash.embedPassage(passage);
        }

        @Override
        public void close() {}
    }

    /** Gives vectors only once a latch has opened. */
    private record WaitingEmbedder(HashEmbedder hash, CountDownLatch opened) implements TextEmbedder {
        @Override
        public String name() {
            return hash.name();
        }

        @Override
        public int dimensions() {
            return hash.dimensions();
        }

        @Override
        public float[] embedQuery(String query) {
            return hash.embedQuery(query);
        }

        @Override
        public float[] embedPassage(String passage) {
            float[] vector = hash.embedPassage(passage);
            try {
                assertThat(opened.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return vector;
        }

        @Override
        public void close() {}
    }
}
