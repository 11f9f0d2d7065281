package footnote.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One process among those that share a folder: it holds a lock for as long as it lives, so that others see when it is dead. */
final class Owner implements AutoCloseable {
    private final SharedFolder owners;
    private final String name = UUID.randomUUID().toString();
    private final FileChannel alive;

    private Owner(SharedFolder owners) throws IOException {
        this.owners = owners;
        this.alive = FileChannel.open(owners.path(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        alive.lock();
    }

    static Owner open(Path folder) {
        try {
            return new Owner(SharedFolder.open(folder, "owners"));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " can't be locked: " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    /** Hands over the name of each dead process, to one living process alone. */
    void bury(Consumer<String> heir) {
        owners.names().stream().filter(other -> !other.equals(name)).forEach(other -> bury(other, heir));
    }

    private void bury(String other, Consumer<String> heir) {
        try (FileChannel channel = FileChannel.open(owners.path(other), StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            if (lock != null) {
                heir.accept(other);
                owners.delete(other);
            }
        } catch (NoSuchFileException | OverlappingFileLockException e) {
            // Another process was faster, or the other one lives in this very process.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            alive.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
