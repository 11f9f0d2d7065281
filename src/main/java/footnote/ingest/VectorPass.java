package footnote.ingest;

import footnote.domain.Passage;
import footnote.search.PassageIndex.IndexedDocument;
import footnote.search.PassageWriter;
import footnote.search.TextEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Gives vectors to the passages that have none. Passages are embedded one by one, several at a time, which on a CPU is as
 * fast as batches and gives the same vector each time; a document's then lean towards their mean. An interrupt stops it between two documents; nothing is lost. One
 * run at a time; the index may change meanwhile, and what was replaced during a run is left to the next.
 */
public final class VectorPass {
    private static final int PASSAGES_A_COMMIT = 1_000;
    private static final int PASSAGES_AHEAD = 256;

    private final PassageWriter writer;
    private final TextEmbedder embedder;
    private final ExecutorService workers;
    private volatile boolean stopped;

    /** @param workers as many threads as cores may be used */
    public VectorPass(PassageWriter writer, TextEmbedder embedder, ExecutorService workers) {
        this.writer = writer;
        this.embedder = embedder;
        this.workers = workers;
    }

    /**
     * Works until no document is without vectors, or the thread is interrupted. Returns how many passages got one.
     *
     * @throws InterruptedException after the vectors so far are committed
     */
    public int run(Progress progress) throws InterruptedException {
        // Lucene's files close under a thread that is interrupted while it writes, so another one writes.
        stopped = false;
        FutureTask<Integer> work = new FutureTask<>(() -> embedAll(progress));
        Thread writing = Thread.ofPlatform().name("vectors").start(work);
        try {
            int embedded = await(work);
            writing.join();
            return embedded;
        } catch (InterruptedException e) {
            stopped = true;
            joinWhatever(writing);
            throw e;
        }
    }

    private static void joinWhatever(Thread writing) {
        boolean interrupted = false;
        while (writing.isAlive()) {
            try {
                writing.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int embedAll(Progress progress) throws InterruptedException {
        List<String> waiting = writer.index().withoutVectors();
        int embedded = 0;
        int since = 0;
        int done = 0;
        while (done < waiting.size() && !stopped) {
            writer.beginVectors();
            Batch batch = batch(waiting.subList(done, waiting.size()));
            since += embed(batch.documents());
            done += batch.taken();
            if (since >= PASSAGES_A_COMMIT) {
                writer.commit();
                embedded += since;
                since = 0;
            }
            progress.report("embedding", done, waiting.size());
        }
        writer.commit();
        return embedded + since;
    }

    /** The next documents, enough to keep every core at work; one that was removed meanwhile is passed over. */
    private Batch batch(List<String> waiting) {
        List<IndexedDocument> documents = new ArrayList<>();
        int passages = 0;
        int taken = 0;
        while (taken < waiting.size() && passages < PASSAGES_AHEAD) {
            Optional<IndexedDocument> document = writer.index().document(waiting.get(taken));
            document.ifPresent(documents::add);
            passages += document.map(found -> found.passages().size()).orElse(0);
            taken++;
        }
        return new Batch(taken, documents);
    }

    private record Batch(int taken, List<IndexedDocument> documents) {}

    private int embed(List<IndexedDocument> batch) throws InterruptedException {
        List<List<Future<float[]>>> wanted = new ArrayList<>();
        for (IndexedDocument document : batch) {
            wanted.add(document.passages().stream()
                    .map(passage -> workers.submit(() -> embedder.embedPassage(words(passage))))
                    .toList());
        }
        int passages = 0;
        for (int at = 0; at < batch.size() && !stopped; at++) {
            List<float[]> vectors = new ArrayList<>();
            for (Future<float[]> pending : wanted.get(at)) {
                vectors.add(vector(pending));
            }
            IndexedDocument document = batch.get(at);
            List<float[]> leaning = Centroid.leaning(vectors);
            passages += writer.addVectors(document.document(), document.passages(), leaning) ? leaning.size() : 0;
        }
        wanted.forEach(document -> document.forEach(vector -> vector.cancel(false)));
        return passages;
    }

    /** What is embedded: a sentence seldom says what its article is about, so title and headings go before it. */
    static String words(Passage passage) {
        String trail = passage.headings().isEmpty() ? passage.title() : passage.title() + " > " + passage.headings();
        return trail + "\n" + passage.text();
    }

    private static float[] vector(Future<float[]> pending) throws InterruptedException {
        try {
            return pending.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a passage can't be embedded", e.getCause());
        }
    }

    private static int await(Future<Integer> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException("the vectors can't be added", e.getCause());
        }
    }
}
