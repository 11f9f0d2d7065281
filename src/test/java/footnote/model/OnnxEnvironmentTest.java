package footnote.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OnnxEnvironmentTest {
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @RepeatedTest(4)
    @DisabledOnOs(OS.WINDOWS)
    void aProcessToldToEndWhileItComputesDoesNotCrash(@TempDir Path folder) throws Exception {
        var process = busyProcess(folder);
        try (var said = process.inputReader()) {
            assertThat(said.readLine()).isEqualTo(Busy.BEGUN);
            // By its handle: Process.destroy() would close the stream that is still to be read.
            process.toHandle().destroy();

            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(said.lines()).noneMatch(line -> line.contains("SIGSEGV"));
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
        assertThat(folder.toFile().listFiles((where, name) -> name.startsWith("hs_err")))
                .isEmpty();
    }

    private static Process busyProcess(Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        List.of(java, "--enable-native-access=ALL-UNNAMED", "-cp", classes, Busy.class.getName()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** A process that embeds on several threads until it is ended. */
    static final class Busy {
        static final String BEGUN = "begun";

        private Busy() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            var embedder = OnnxTextEmbedder.open();
            String text = "The weather on the coast was mild. ".repeat(30);
            embedder.embedPassage(text);
            for (int i = 0; i < 4; i++) {
                Thread.startVirtualThread(() -> embedForEver(embedder, text));
            }
            System.out.println(BEGUN);
            embedForEver(embedder, text);
        }

        @SuppressWarnings("InfiniteLoopStatement")
        private static void embedForEver(OnnxTextEmbedder embedder, String text) {
            while (true) {
                embedder.embedPassage(text);
            }
        }
    }
}
