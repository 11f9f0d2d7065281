package footnote.model;

import footnote.answer.SpanReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads with a BERT model that marks where the answer begins and ends, in this process. Windows are read one by one, as
 * many at a time as there are threads, first come first served. An interrupted caller gets a
 * {@link CancellationException} at once, with its interrupt status kept, and its windows that have not begun are
 * dropped.
 */
public final class OnnxSpanReader implements SpanReader {
    private static final List<String> OUTPUTS = List.of("start_logits", "end_logits");
    private static final int SPANS = 5;
    private static final Comparator<Read> LONGEST_FIRST =
            Comparator.comparingInt((Read read) -> read.window().length()).reversed();

    private final ReaderLayout layout;
    private final WordPieces words;
    private final BertNetwork network;
    private final ExecutorService threads;

    private OnnxSpanReader(ReaderLayout layout, WordPieces words, BertNetwork network, int threads) {
        this.layout = layout;
        this.words = words;
        this.network = network;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("span-reader-", 1).factory());
    }

    /** The reader that the product carries, on all cores. */
    public static OnnxSpanReader open() {
        return open(name -> ModelFile.read("/footnote/reader/" + name));
    }

    /** A reader from a folder with its {@code model.onnx}, {@code tokenizer.json} and {@code reader.json}. */
    public static OnnxSpanReader open(Path folder) {
        return open(name -> read(folder.resolve(name)));
    }

    private static OnnxSpanReader open(Function<String, byte[]> files) {
        var words = CompletableFuture.supplyAsync(() -> WordPieces.open(files.apply("tokenizer.json")));
        var layout = CompletableFuture.supplyAsync(() -> ReaderLayout.read(files.apply("reader.json")));
        var network = BertNetwork.open(() -> files.apply("model.onnx"));
        return new OnnxSpanReader(
                layout.join(), words.join(), network, Runtime.getRuntime().availableProcessors());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the model file %s can't be read".formatted(file), e);
        }
    }

    /**
     * From which odds on a span is an answer, by the file beside the model. It was chosen where half the questions have none in
     * the one passage that is read, so the product, which reads several, doesn't go by it.
     */
    public double leastOdds() {
        return layout.leastOdds();
    }

    @Override
    public List<Reading> read(String question, List<String> passages) {
        var texts = Stream.concat(Stream.of(question), passages.stream());
        var pieces = together(texts.map(this::cutting).toList());
        var asked = pieces.getFirst();
        var scores = pieces.stream()
                .skip(1)
                .map(passage -> new SpanScores(passage, layout.longestAnswer()))
                .toList();
        // Long ones first, so that no thread is left alone with a long one at the end.
        together(scores.stream()
                .flatMap(passage -> readings(asked, passage))
                .sorted(LONGEST_FIRST)
                .map(Read::work)
                .toList());
        return scores.stream().map(passage -> passage.reading(SPANS)).toList();
    }

    private Callable<Pieces> cutting(String text) {
        return () -> words.cut(text);
    }

    private Stream<Read> readings(Pieces question, SpanScores scores) {
        var passage = scores.passage();
        return layout.windows(question, passage).stream()
                .map(window -> new Read(window, () -> {
                    var logits = network.run(layout.ids(window, question, passage), layout.types(window), OUTPUTS);
                    scores.add(window, logits.get(0), logits.get(1));
                    return scores;
                }));
    }

    private record Read(Window window, Callable<SpanScores> work) {}

    private <T> List<T> together(List<Callable<T>> work) {
        try {
            var results = new ArrayList<T>();
            for (Future<T> done : threads.invokeAll(work)) {
                results.add(done.get());
            }
            return results;
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the reader is closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the reading was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a passage can't be read", e.getCause());
        }
    }

    /** Finishes the readings that have begun. */
    @Override
    public void close() {
        threads.close();
        network.close();
        words.close();
    }
}
