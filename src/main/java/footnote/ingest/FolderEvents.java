package footnote.ingest;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the system tells of changes in a folder, at any depth. Where it tells nothing, nothing is heard and no fault made. */
final class FolderEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderEvents.class);

    private final Optional<WatchService> service;
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean limited;

    private FolderEvents(Optional<WatchService> service) {
        this.service = service;
    }

    static FolderEvents open() {
        try {
            return new FolderEvents(Optional.of(FileSystems.getDefault().newWatchService()));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("the system tells of no changes ({}); the folder is looked at every few seconds", e.getMessage());
            return new FolderEvents(Optional.empty());
        }
    }

    /** Listens to the folder and to those inside it, also to those that are new since the last call. */
    void follow(Path folder) throws IOException {
        if (service.isEmpty() || limited) {
            return;
        }
        Path root = folder.toRealPath();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
                boolean hidden = !visited.equals(root) && PassageFolder.isHidden(visited);
                return hidden || !listensTo(visited) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private boolean listensTo(Path folder) {
        try {
            folder.register(service.orElseThrow(), ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        } catch (IOException e) {
            // Gone meanwhile, or the system's limit of watched folders is reached; the regular look sees it all the
            // same.
            limited = Files.isDirectory(folder);
            return false;
        }
    }

    /** Waits that long for a change; returns at once when closed. */
    boolean within(Duration time) {
        try {
            return service.isPresent() ? heard(service.get(), time) : nothing(time);
        } catch (ClosedWatchServiceException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean heard(WatchService told, Duration time) throws InterruptedException {
        WatchKey key = told.poll(time.toNanos(), TimeUnit.NANOSECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        key.reset();
        return true;
    }

    private boolean nothing(Duration time) throws InterruptedException {
        boolean ended = closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        LOG.trace("waited, ended: {}", ended);
        return false;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (service.isPresent()) {
                service.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the watch of the folder can't be closed", e);
        }
    }
}
