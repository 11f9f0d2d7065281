package footnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaunchTest {
    private static final int OLDEST = 21;

    @Test
    void anOldJavaIsToldWhatIsNeededInOneSentence() throws Exception {
        Optional<Path> old = oldJava();
        assumeTrue(old.isPresent(), "no Java older than 21 lies beside this one");

        Process launched = launch(old.get(), "--version");

        assertThat(read(launched)).matches("Footnote needs Java 21 or newer; this is Java \\d+\\.\\R");
        assertThat(launched.exitValue()).isEqualTo(2);
    }

    @Test
    void aJavaThatIsNewEnoughStarts() throws Exception {
        Process launched = launch(Path.of(System.getProperty("java.home")), "--version");

        assertThat(read(launched)).startsWith("footnote ");
        assertThat(launched.exitValue()).isZero();
    }

    private static Process launch(Path java, String argument) throws IOException {
        String command = java.resolve("bin").resolve("java").toString();
        return new ProcessBuilder(
                        List.of(command, "-cp", System.getProperty("java.class.path"), "footnote.Launch", argument))
                .redirectErrorStream(true)
                .start();
    }

    private static String read(Process launched) throws Exception {
        String said = new String(launched.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(launched.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    /** A Java beside the running one, where package managers put them side by side. */
    private static Optional<Path> oldJava() throws IOException {
        Path beside = Path.of(System.getProperty("java.home")).resolveSibling("");
        try (Stream<Path> homes = Files.list(beside)) {
            return homes.filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(LaunchTest::isOld)
                    .sorted()
                    .findFirst();
        }
    }

    private static boolean isOld(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return false;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        } catch (IOException e) {
            return false;
        }
        String version =
                properties.getProperty("JAVA_VERSION", "").replace("\"", "").replaceFirst("^1\\.", "");
        return !version.isEmpty() && Integer.parseInt(version.replaceFirst("\\D.*", "")) < OLDEST;
    }
}
