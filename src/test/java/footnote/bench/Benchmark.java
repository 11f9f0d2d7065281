package footnote.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the figures of the parts that are asked for, all of them if none is. */
@Command(name = "bench", mixinStandardHelpOptions = true)
public final class Benchmark implements Callable<Integer> {
    private enum Part {
        start,
        indexing,
        ask,
        memory,
        model,
        load,
        slack,
        page,
        search
    }

    @Parameters(paramLabel = "PART", description = "${COMPLETION-CANDIDATES} (default: all)")
    private Set<Part> parts = new LinkedHashSet<>();

    @Option(
            names = "--passages",
            split = ",",
            defaultValue = "1,1000,100000",
            description = "search, ask: how many passages (default: ${DEFAULT-VALUE})")
    private int[] passages = {};

    @Option(names = "--queries", defaultValue = "500", description = "search: how many (default: ${DEFAULT-VALUE})")
    private int queries;

    @Option(
            names = "--no-store",
            description = "search: leave out the in-memory store, whose vectors all lie in the heap")
    private boolean withoutStore;

    @Option(
            names = "--documents",
            defaultValue = "2000",
            description = "indexing: files read (default: ${DEFAULT-VALUE})")
    private int documents;

    @Option(names = "--embedded", defaultValue = "400", description = "indexing: passages (default: ${DEFAULT-VALUE})")
    private int embedded;

    @Option(
            names = "--rounds",
            defaultValue = "20",
            description = "ask: of all questions; model: of ten (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--jar",
            defaultValue = "target/footnote-0.1.0-SNAPSHOT.jar",
            description = "start: the packaged application (default: ${DEFAULT-VALUE})")
    private Path jar = Path.of("");

    @Option(
            names = "--mentions",
            defaultValue = "500",
            description = "slack: how many are acknowledged (default: ${DEFAULT-VALUE})")
    private int mentions;

    @Option(
            names = "--seeds",
            defaultValue = "seeds",
            description = "start, ask, model, load, slack, page: the passages (default: ${DEFAULT-VALUE})")
    private Path seeds = Path.of("seeds");

    @Option(
            names = "--picture",
            defaultValue = "target/screenshots/readme.png",
            description = "page: where its picture goes (default: ${DEFAULT-VALUE})")
    private Path picture = Path.of("");

    @Option(
            names = "--clients",
            defaultValue = "64",
            description = "load: that ask at once (default: ${DEFAULT-VALUE})")
    private int clients;

    @Option(names = "--streams", defaultValue = "500", description = "load: open at once (default: ${DEFAULT-VALUE})")
    private int streams;

    @Option(names = "--seconds", defaultValue = "60", description = "load: how long (default: ${DEFAULT-VALUE})")
    private int seconds;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path scratch = Files.createTempDirectory("footnote-bench");
        try {
            System.out.printf(
                    "Java %s, %d cores, at most %d MiB of heap%n",
                    Runtime.version().feature(),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.getRuntime().maxMemory() >> 20);
            for (Part part : parts.isEmpty() ? Set.of(Part.values()) : parts) {
                run(part, Files.createTempDirectory(scratch, part.name()));
            }
        } finally {
            delete(scratch);
        }
        return 0;
    }

    private void run(Part part, Path scratch) throws Exception {
        System.out.printf("%n== %s%n", part);
        switch (part) {
            case start -> StartPart.print(seeds.toAbsolutePath(), jar, scratch);
            case indexing -> IndexingPart.print(documents, embedded, seeds, scratch);
            case ask -> {
                for (int count : passages) {
                    AskPart.print(seeds, count, rounds, Files.createTempDirectory(scratch, "n"));
                }
            }
            case memory -> MemoryPart.print();
            case model -> ModelPart.print(seeds.toAbsolutePath(), rounds, scratch);
            case load -> new LoadPart(clients, streams, seconds).print(seeds.toAbsolutePath(), scratch);
            case slack -> SlackPart.print(seeds.toAbsolutePath(), mentions, scratch);
            case page -> new PagePart(seeds.toAbsolutePath(), picture, scratch).print();
            case search -> {
                for (int count : passages) {
                    new SearchPart(count, queries, !withoutStore, Files.createTempDirectory(scratch, "n")).print();
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
