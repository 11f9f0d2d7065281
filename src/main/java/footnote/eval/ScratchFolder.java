package footnote.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder that is gone when it is closed. One that a killed run left behind is removed a day later. */
record ScratchFolder(Path path) implements AutoCloseable {
    private static final String PREFIX = "eval-";
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    /** @param now so that tests need not wait a day */
    static ScratchFolder in(Path parent, Instant now) {
        try {
            Files.createDirectories(parent);
            removeForgotten(parent, now);
            return new ScratchFolder(Files.createTempDirectory(parent, PREFIX));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made in " + parent, e);
        }
    }

    private static void removeForgotten(Path parent, Instant now) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(FORGOTTEN))) {
                    new ScratchFolder(folder).close();
                }
            }
        }
    }

    @Override
    public void close() {
        try (Stream<Path> inside = Files.walk(path)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder can't be removed: " + path, e);
        }
    }
}
