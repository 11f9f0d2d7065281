package footnote.bench;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import footnote.search.PassageIndex;
import footnote.search.PassageQuery;
import footnote.search.PassageWriter;
import footnote.search.Ranking;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** Search over so many synthetic passages, at rest and while more are written, beside LangChain4j's in-memory store. */
final class SearchPart {
    private static final int FOUND = 24;
    private static final int WARM_UP = 200;
    private static final int DOCUMENTS_A_REFRESH = 200;
    private static final int DOCUMENTS_A_COMMIT = 2_000;

    private final KnownVectors vectors = new KnownVectors();
    private final SyntheticCorpus corpus;
    private final List<String> questions = new ArrayList<>();
    private final boolean withStore;
    private final Path folder;

    SearchPart(int passages, int queries, boolean withStore, Path folder) {
        this.corpus = new SyntheticCorpus(passages, 1);
        this.withStore = withStore;
        this.folder = folder;
        for (int number = 0; number < queries; number++) {
            questions.add(corpus.question(number));
            vectors.put(questions.getLast(), corpus.questionVector(number));
        }
    }

    void print() throws IOException, InterruptedException {
        System.out.printf("%n-- %,d passages in %,d documents%n", corpus.passages(), corpus.documents());
        printIndexing();
        long before = heap();
        Timings fused;
        try (PassageIndex index = PassageIndex.open(folder, vectors)) {
            fused = timed(index, Ranking.usual());
            System.out.printf("search, fused:        %s%n", fused);
            System.out.printf("  keyword leg alone:  %s%n", timed(index, Ranking.keywordOnly()));
            System.out.printf("  vector leg alone:   %s%n", timed(index, Ranking.vectorOnly()));
            System.out.printf("heap of the open index: %.1f MiB%n", (heap() - before) / 1048576.0);
        }
        printWhileIndexing();
        if (withStore) {
            printStore(fused);
        }
    }

    private void printIndexing() throws IOException {
        try (PassageWriter writer = PassageWriter.open(folder, vectors)) {
            long started = System.nanoTime();
            for (int number = 0; number < corpus.documents(); number++) {
                corpus.write(number, writer);
            }
            writer.commit();
            double seconds = (System.nanoTime() - started) / 1e9;
            System.out.printf(
                    "indexing with vectors given: %.1f s, %.0f passages/s (making the text included)%n",
                    seconds, corpus.passages() / seconds);
        }
        System.out.printf("index: %,d bytes a passage%n", bytes() / corpus.passages());
    }

    private Timings timed(PassageIndex index, Ranking ranking) {
        return timed(number -> {
            var query = new PassageQuery(questions.get(number), null, null, null, FOUND, ranking);
            if (index.search(query).isEmpty()) {
                throw new IllegalStateException("nothing was found for: " + query.text());
            }
        });
    }

    private Timings timed(IntConsumer search) {
        for (int number = 0; number < WARM_UP; number++) {
            search.accept(number % questions.size());
        }
        return Timings.of(questions.size(), search);
    }

    /** The same questions while another thread writes further documents as fast as it can. */
    private void printWhileIndexing() throws InterruptedException {
        SyntheticCorpus further = new SyntheticCorpus(10_000_000, 2);
        AtomicBoolean done = new AtomicBoolean();
        try (PassageWriter writer = PassageWriter.open(folder, vectors)) {
            int before = writer.index().state().passages();
            Thread writing = Thread.ofPlatform().start(() -> {
                for (int number = corpus.documents(); !done.get(); number++) {
                    further.write(number, writer);
                    if (number % DOCUMENTS_A_COMMIT == 0) {
                        writer.commit();
                    } else if (number % DOCUMENTS_A_REFRESH == 0) {
                        writer.refresh();
                    }
                }
            });
            Timings timings = timed(writer.index(), Ranking.usual());
            done.set(true);
            writing.join();
            writer.refresh();
            System.out.printf(
                    "search, fused, while %,d passages are written: %s%n",
                    writer.index().state().passages() - before, timings);
        }
    }

    private void printStore(Timings ours) {
        long before = heap();
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        for (int first = 0; first < corpus.passages(); first += 1_000) {
            List<Embedding> embeddings = new ArrayList<>();
            List<TextSegment> segments = new ArrayList<>();
            for (int number = first; number < Math.min(corpus.passages(), first + 1_000); number++) {
                embeddings.add(Embedding.from(corpus.vector(number)));
                segments.add(TextSegment.from(corpus.text(number)));
            }
            store.addAll(embeddings, segments);
        }
        Timings theirs = timed(number -> store.search(EmbeddingSearchRequest.builder()
                .queryEmbedding(Embedding.from(vectors.embedQuery(questions.get(number))))
                .maxResults(FOUND)
                .build()));
        System.out.printf(
                "LangChain4j's in-memory store, vectors only: %s, heap %.1f MiB%n",
                theirs, (heap() - before) / 1048576.0);
        System.out.printf("  it takes %.2f times what the fused search takes (p50)%n", theirs.median() / ours.median());
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static long heap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
