package footnote.bench;

import footnote.domain.Document;
import footnote.domain.Sentences;
import footnote.ingest.DocumentSource;
import footnote.ingest.IngestReport;
import footnote.ingest.Ingestor;
import footnote.ingest.PassageFolder;
import footnote.ingest.PassageSplitter;
import footnote.ingest.Progress;
import footnote.ingest.VectorPass;
import footnote.model.OnnxTextEmbedder;
import footnote.search.PassageWriter;
import footnote.search.TextEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How fast files become searchable by keyword, and passages by vector. */
final class IndexingPart {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int WORDS = 100;
    private static final int WARM_UP = 20;

    private IndexingPart() {}

    static void print(int documents, int embedded, Path seeds, Path scratch) throws Exception {
        printKeywordPass(documents, scratch);
        printVectorPass(passages(embedded + WARM_UP, seeds), scratch);
    }

    private static void printKeywordPass(int documents, Path scratch) throws IOException {
        SyntheticCorpus corpus = new SyntheticCorpus(documents * SyntheticCorpus.PASSAGES_A_DOCUMENT, 1);
        Path folder = Files.createDirectory(scratch.resolve("passages"));
        for (int number = 0; number < documents; number++) {
            Files.writeString(
                    folder.resolve(number + ".txt"), corpus.document(number).text());
        }
        PassageSplitter splitter = PassageSplitter.usual();
        try (PassageWriter writer = PassageWriter.open(scratch.resolve("keyword"), new KnownVectors())) {
            Ingestor ingestor = new Ingestor(new PassageFolder(folder, splitter.name()), splitter, writer);
            long started = System.nanoTime();
            IngestReport first = ingestor.update(Progress.SILENT);
            double seconds = seconds(started);
            int passages = writer.index().state().passages();
            System.out.printf(
                    "keyword pass: %d documents, %d passages in %.1f s: %.0f documents/s, %.0f passages/s%n",
                    first.added(), passages, seconds, first.added() / seconds, passages / seconds);
            started = System.nanoTime();
            IngestReport second = ingestor.update(Progress.SILENT);
            System.out.printf("  and again, unchanged: %.0f documents/s%n", second.unchanged() / seconds(started));
        }
    }

    private static void printVectorPass(List<Document> texts, Path scratch) throws Exception {
        List<Document> warm = texts.subList(0, WARM_UP);
        List<Document> measured = texts.subList(WARM_UP, texts.size());
        try (TextEmbedder embedder = OnnxTextEmbedder.open()) {
            embedAll(warm, embedder, scratch.resolve("warm"));
            double ours = measured.size() / embedAll(measured, embedder, scratch.resolve("vectors"));
            double bare = measured.size() / embedBare(measured);
            System.out.printf(
                    "vector pass: %d passages of %d words, %.1f passages/s; bare sessions, one a core (%d): %.1f; ratio %.2f%n",
                    measured.size(), WORDS, ours, CORES, bare, ours / bare);
        }
    }

    /** The seconds that the product takes for it, index included. */
    private static double embedAll(List<Document> texts, TextEmbedder embedder, Path folder) throws Exception {
        PassageSplitter splitter = PassageSplitter.usual();
        ExecutorService workers = Executors.newFixedThreadPool(CORES);
        try (PassageWriter writer = PassageWriter.open(folder, embedder)) {
            new Ingestor(() -> items(texts), splitter, writer).update(Progress.SILENT);
            long started = System.nanoTime();
            new VectorPass(writer, embedder, workers).run(Progress.SILENT);
            return seconds(started);
        } finally {
            workers.shutdownNow();
        }
    }

    /** The seconds that one session of one thread for each core takes for the same words, and nothing else. */
    private static double embedBare(List<Document> texts) throws Exception {
        List<TextEmbedder> sessions = new ArrayList<>();
        for (int core = 0; core < CORES; core++) {
            sessions.add(OnnxTextEmbedder.open());
            sessions.getLast().embedPassage(texts.getFirst().text());
        }
        ExecutorService workers = Executors.newFixedThreadPool(CORES);
        try {
            long started = System.nanoTime();
            List<Callable<Integer>> shares = new ArrayList<>();
            for (int core = 0; core < CORES; core++) {
                shares.add(share(texts, core, sessions.get(core)));
            }
            for (Future<Integer> done : workers.invokeAll(shares)) {
                done.get();
            }
            return seconds(started);
        } finally {
            workers.shutdownNow();
            sessions.forEach(TextEmbedder::close);
        }
    }

    private static Callable<Integer> share(List<Document> texts, int core, TextEmbedder session) {
        return () -> {
            for (int at = core; at < texts.size(); at += CORES) {
                session.embedPassage(
                        texts.get(at).title() + "\n" + texts.get(at).text());
            }
            return core;
        };
    }

    /** Documents of one passage each, of English sentences in an order of their own, since word pieces are English. */
    private static List<Document> passages(int count, Path seeds) {
        PassageSplitter splitter = PassageSplitter.usual();
        List<String> sentences = new ArrayList<>();
        for (DocumentSource.Item item : new PassageFolder(seeds, splitter.name()).items()) {
            try {
                String text = item.document().text();
                Sentences.of(text).forEach(sentence -> sentences.add(sentence.of(text)));
            } catch (Exception e) {
                throw new IllegalStateException("the seeds can't be read", e);
            }
        }
        Random random = new Random(1);
        return IntStream.range(0, count)
                .mapToObj(number -> document(number, sentences, random))
                .toList();
    }

    private static Document document(int number, List<String> sentences, Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = 0; words < WORDS; words = text.toString().split(" ", -1).length) {
            String next = sentences.get(random.nextInt(sentences.size()));
            text.append(text.isEmpty() ? "" : " ").append(next);
        }
        int cut = text.length();
        for (int words = text.toString().split(" ", -1).length; words > WORDS; words--) {
            cut = text.lastIndexOf(" ", cut - 1);
        }
        String kept = text.substring(0, cut);
        return new Document("d" + number, "Seeds", null, null, null, kept, List.of(), kept);
    }

    private static List<DocumentSource.Item> items(List<Document> documents) {
        List<DocumentSource.Item> items = new ArrayList<>();
        documents.forEach(document -> items.add(new ReadyItem(document)));
        return items;
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private record ReadyItem(Document document) implements DocumentSource.Item {
        @Override
        public String name() {
            return document.id();
        }

        @Override
        public String id() {
            return document.id();
        }

        @Override
        public String fingerprint() {
            return document.fingerprint();
        }
    }
}
