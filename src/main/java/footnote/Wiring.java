package footnote;

import footnote.answer.Assistant;
import footnote.answer.generate.ModelUse;
import footnote.domain.InvalidValue;
import footnote.ingest.FolderWatch;
import footnote.ingest.IngestReport;
import footnote.ingest.Ingestor;
import footnote.ingest.PassageFolder;
import footnote.ingest.PassageSplitter;
import footnote.ingest.Progress;
import footnote.ingest.VectorPass;
import footnote.model.EmbeddingRecipe;
import footnote.search.PassageIndex;
import footnote.search.PassageWriter;
import footnote.search.PassageWriter.IndexInUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The only place that builds the object graph. Nothing waits for the two models but what needs them. */
final class Wiring implements AutoCloseable {
    private final OpeningEmbedder embedder = new OpeningEmbedder(EmbeddingRecipe.BGE_SMALL_QUANTISED);
    private final OpeningReader reader = new OpeningReader();
    private final Optional<Generation> generation;
    private final Optional<Writing> writing;
    private final PassageIndex index;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    /** What changes the index, and where the changes come from. */
    private record Writing(PassageWriter writer, PassageFolder folder, Ingestor ingestor) {
        static Writing of(PassageWriter writer, Path passages) {
            PassageSplitter splitter = PassageSplitter.usual();
            PassageFolder folder = new PassageFolder(passages, splitter.name());
            return new Writing(writer, folder, new Ingestor(folder, splitter, writer));
        }
    }

    private Wiring(Options options, Optional<Generation> generation, boolean mayOnlyRead) {
        this.generation = generation;
        Path folder = options.data.resolve("index");
        writing = writer(folder, mayOnlyRead).map(writer -> Writing.of(writer, options.passages));
        index = writing.map(known -> known.writer().index()).orElseGet(() -> PassageIndex.open(folder, embedder));
    }

    private Optional<PassageWriter> writer(Path folder, boolean mayOnlyRead) {
        try {
            return Optional.of(PassageWriter.open(folder, embedder));
        } catch (IndexInUse inUse) {
            if (mayOnlyRead) {
                return Optional.empty();
            }
            throw inUse;
        }
    }

    /**
     * @throws InvalidValue if the passages' folder is none, or a setting of the model is wrong
     * @throws IndexInUse if another process writes to the data folder
     */
    static Wiring open(Options options) {
        return open(options, false);
    }

    /** The same, but where another process writes to the data folder, its last commit is read as it stands. */
    static Wiring openToAsk(Options options) {
        return open(options, true);
    }

    private static Wiring open(Options options, boolean mayOnlyRead) {
        Path passages = options.passages;
        if (!Files.isDirectory(passages)) {
            throw new InvalidValue("passages", "must be a folder that exists, got " + passages);
        }
        return new Wiring(options, Generation.of(options, System.getenv()), mayOnlyRead);
    }

    PassageIndex index() {
        return index;
    }

    /** Whether the index is this process's to change; the methods that change it fail if it is not. */
    boolean writes() {
        return writing.isPresent();
    }

    /** Loads both models in the background, so that who needs them later need not wait. */
    void loadModels() {
        embedder.model().begin();
        reader.model().begin();
    }

    /** Whether both models are loaded. */
    boolean isReady() {
        return embedder.model().isDone() && reader.model().isDone();
    }

    /** Waits until both models are loaded, and throws what keeps them from it. */
    void awaitModels() {
        loadModels();
        embedder.model().await();
        reader.model().await();
    }

    /** Brings the index up to date; everything is searchable by keyword afterwards. */
    IngestReport update(Progress progress) {
        return writing.orElseThrow().ingestor().update(progress);
    }

    /** Calls for an update when the folder changes. */
    FolderWatch watch(Runnable update) {
        return FolderWatch.start(writing.orElseThrow().folder(), update);
    }

    /** Ends an update that is under way as soon as may be. */
    void stop() {
        writing.orElseThrow().ingestor().stop();
    }

    /** Adds the vectors that are missing. */
    int embed(Progress progress) throws InterruptedException {
        return new VectorPass(writing.orElseThrow().writer(), embedder, workers).run(progress);
    }

    Assistant assistant() {
        ProductSubject product = new ProductSubject(reader, embedder);
        if (generation.isEmpty()) {
            return product.assistant(product.finder(index()), index()::state);
        }
        Generation model = generation.get();
        model.warn();
        return new Assistant(
                model.rewriter(),
                product.finder(index()),
                model.answerer(embedder, product.answerer()),
                index()::state);
    }

    /** From now on this one hears what a language model takes, if there is one. */
    void observe(ModelUse.Observer observer) {
        generation.ifPresent(model -> model.observe(observer));
    }

    @Override
    public void close() {
        workers.shutdownNow();
        writing.ifPresentOrElse(known -> known.writer().close(), index::close);
        reader.close();
        embedder.close();
    }
}
