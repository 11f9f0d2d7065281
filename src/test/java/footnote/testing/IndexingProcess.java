package footnote.testing;

import footnote.ingest.Ingestor;
import footnote.ingest.PassageFolder;
import footnote.ingest.PassageSplitter;
import footnote.ingest.Progress;
import footnote.ingest.VectorPass;
import footnote.search.PassageWriter;
import footnote.search.TextEmbedder;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that brings an index up to date as the product does, with {@link HashEmbedder}'s vectors, and says
 * on each line of its output how far it is: the step, how much of how many is done, the last commit's generation.
 */
public final class IndexingProcess {
    private static final int WORKERS = 2;

    private IndexingProcess() {}

    /** @param arguments the folder of passages and the folder of the index */
    public static void main(String[] arguments) throws InterruptedException {
        PassageSplitter splitter = splitter();
        TextEmbedder embedder = new SlowEmbedder();
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try (PassageWriter writer = PassageWriter.open(Path.of(arguments[1]), embedder)) {
            Progress progress = (step, done, total) -> say("%s %d %d %d"
                    .formatted(step, done, total, writer.index().state().generation()));
            progress.report("opened", 0, 0);
            PassageFolder passages = new PassageFolder(Path.of(arguments[0]), splitter.name());
            new Ingestor(passages, splitter, writer).update(progress);
            new VectorPass(writer, embedder, workers).run(progress);
            progress.report("done", 0, 0);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Makes several passages of a short document. */
    public static PassageSplitter splitter() {
        return new PassageSplitter(30, 0);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Takes a little time for each passage, as a model does. */
    private static final class SlowEmbedder implements TextEmbedder {
        private static final long NANOS_A_PASSAGE = 100_000;

        private final HashEmbedder hash = new HashEmbedder();

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
            LockSupport.parkNanos(NANOS_A_PASSAGE);
            return hash.embedPassage(passage);
        }

        @Override
        public void close() {}
    }
}
