package footnote.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A new folder that is gone when it is closed. */
record ScratchFolder(Path path) implements AutoCloseable {
    static ScratchFolder in(Path parent) {
        try {
            return new ScratchFolder(Files.createTempDirectory(Files.createDirectories(parent), "eval-"));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made in " + parent, e);
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
