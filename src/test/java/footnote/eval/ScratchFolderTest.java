package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    Path data;

    @Test
    void isGoneWithAllThatIsInItWhenClosed() throws IOException {
        try (ScratchFolder folder = ScratchFolder.in(data.resolve("new"), NOW)) {
            Files.writeString(
                    Files.createDirectory(folder.path().resolve("inner")).resolve("file"), "x");
        }

        assertThat(data.resolve("new")).isEmptyDirectory();
    }

    @Test
    void removesWhatAKilledRunLeftADayAgoAndNothingElse() throws IOException {
        Path forgotten = folder("eval-1", Duration.ofHours(25));
        Path running = folder("eval-2", Duration.ofHours(23));
        Path other = folder("index", Duration.ofDays(9));

        ScratchFolder.in(data, NOW).close();

        assertThat(forgotten).doesNotExist();
        assertThat(running).exists();
        assertThat(other).exists();
    }

    private Path folder(String name, Duration age) throws IOException {
        Path folder = Files.createDirectory(data.resolve(name));
        Files.writeString(folder.resolve("file"), "x");
        return Files.setLastModifiedTime(folder, FileTime.from(NOW.minus(age)));
    }
}
