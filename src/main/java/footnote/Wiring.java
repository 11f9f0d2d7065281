package footnote;

import footnote.answer.Assistant;
import footnote.answer.SpanReader;
import footnote.domain.InvalidValue;
import footnote.ingest.IngestReport;
import footnote.ingest.Ingestor;
import footnote.ingest.PassageFolder;
import footnote.ingest.PassageSplitter;
import footnote.ingest.Progress;
import footnote.ingest.VectorPass;
import footnote.model.OnnxSpanReader;
import footnote.model.OnnxTextEmbedder;
import footnote.search.PassageIndex;
import footnote.search.PassageWriter;
import footnote.search.TextEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The only place that builds the object graph. The two models load side by side. */
final class Wiring implements AutoCloseable {
    private final TextEmbedder embedder;
    private final CompletableFuture<SpanReader> reader;
    private final PassageWriter writer;
    private final Ingestor ingestor;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    private Wiring(Options options) {
        reader = CompletableFuture.supplyAsync(OnnxSpanReader::open);
        embedder = OnnxTextEmbedder.open();
        writer = PassageWriter.open(options.data.resolve("index"), embedder);
        PassageSplitter splitter = PassageSplitter.usual();
        ingestor = new Ingestor(new PassageFolder(options.passages, splitter.name()), splitter, writer);
    }

    /** @throws InvalidValue if the passages' folder is none */
    static Wiring open(Options options) {
        Path passages = options.passages;
        if (!Files.isDirectory(passages)) {
            throw new InvalidValue("passages", "must be a folder that exists, got " + passages);
        }
        return new Wiring(options);
    }

    PassageIndex index() {
        return writer.index();
    }

    /** Brings the index up to date; everything is searchable by keyword afterwards. */
    IngestReport update(Progress progress) {
        return ingestor.update(progress);
    }

    /** Adds the vectors that are missing. */
    int embed(Progress progress) throws InterruptedException {
        return new VectorPass(writer, embedder, workers).run(progress);
    }

    Assistant assistant() {
        ProductSubject product = new ProductSubject(reader.join());
        return product.assistant(product.finder(index()), index()::state);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        writer.close();
        reader.join().close();
        embedder.close();
    }
}
