package footnote.bench;

import footnote.answer.SpanReader;
import footnote.model.OnnxSpanReader;
import footnote.model.OnnxTextEmbedder;
import footnote.search.TextEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/**
 * What the two models take in memory once loaded and used, beside the heap: by how much the resident set grows of a process
 * whose whole heap is resident from its start. Linux tells; elsewhere there is no figure.
 */
final class MemoryPart {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final int PASSAGES_READ = 8;
    private static final String QUESTION = "When did the reading room open again?";
    private static final String PASSAGE =
            "The reading room of the harbour library opened again in the spring. ".repeat(14);

    private MemoryPart() {}

    static void print() throws IOException {
        if (!Files.exists(STATUS)) {
            System.out.println("known on Linux alone");
            return;
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms256m",
                        "-Xmx256m",
                        "-XX:+AlwaysPreTouch",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryPart.class.getName())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException("the models could not be loaded in 256 MiB of heap");
        }
    }

    public static void main(String[] arguments) throws IOException {
        long bare = resident();
        try (TextEmbedder embedder = OnnxTextEmbedder.open()) {
            embedder.embedPassage(PASSAGE);
            embedder.embedQuery(QUESTION);
            long embedding = resident();
            try (SpanReader reader = OnnxSpanReader.open()) {
                reader.read(QUESTION, Collections.nCopies(PASSAGES_READ, PASSAGE));
                long reading = resident();
                System.out.printf(
                        "embedder %d MiB, reader %d MiB, beside the heap%n", embedding - bare, reading - embedding);
            }
        }
    }

    /** In MiB. */
    private static long resident() throws IOException {
        List<String> lines = Files.readAllLines(STATUS);
        String line = lines.stream()
                .filter(one -> one.startsWith(RESIDENT))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
    }
}
