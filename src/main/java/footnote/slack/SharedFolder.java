package footnote.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Small files that several processes read and write: each is made by one alone, and changed whole. Threads may share it. */
final class SharedFolder {
    private static final Duration HALF_WRITTEN = Duration.ofSeconds(20);

    private final Path folder;
    private final Path writing;

    private SharedFolder(Path folder, Path writing) {
        this.folder = folder;
        this.writing = writing;
    }

    static SharedFolder open(Path parent, String name) {
        try {
            return new SharedFolder(
                    Files.createDirectories(parent.resolve(name)), Files.createDirectories(parent.resolve("writing")));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + parent + " can't be written: " + e.getMessage(), e);
        }
    }

    Path path(String name) {
        return folder.resolve(name.replaceAll("[^A-Za-z0-9.~-]", "_"));
    }

    boolean has(String name) {
        return Files.exists(path(name));
    }

    Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(path(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file; false if it is there already. */
    boolean create(String name, String text) {
        try {
            Files.writeString(path(name), text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file as a whole: a reader sees the old or the new text. */
    void replace(String name, String text) {
        try {
            Path whole = Files.createTempFile(writing, "new", null);
            Files.writeString(whole, text);
            Files.move(whole, path(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a file, or says that it is still of use. */
    void keep(String name) {
        if (create(name, "")) {
            return;
        }
        try {
            Files.setLastModifiedTime(path(name), FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(Instant before) {
        names().stream().filter(name -> changed(name).isBefore(before)).forEach(this::delete);
    }

    /** Forgets what a process that died had begun to make. Without its text nobody can go on with it. */
    void forgetHalfWritten(Instant now) {
        names().stream()
                .filter(name -> path(name).toFile().length() == 0)
                .filter(name -> changed(name).isBefore(now.minus(HALF_WRITTEN)))
                .forEach(this::delete);
    }

    void delete(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant changed(String name) {
        try {
            return Files.getLastModifiedTime(path(name)).toInstant();
        } catch (IOException e) {
            return Instant.MAX; // another replica has just deleted it
        }
    }
}
