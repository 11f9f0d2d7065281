package footnote.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls for an update when the folder of passages changes: soon after the system tells of a change, once it has been quiet
 * for a moment, so that a burst is one update and a file is read when it is written; and after a look around every few
 * seconds, since not every file system tells. Updates never overlap, for one thread makes them all.
 */
public final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final Duration QUIET = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMillis(1_500);
    private static final Duration LOOK_AROUND = Duration.ofSeconds(2);
    private static final int SHARE_OF_TIME = 50;

    private final PassageFolder folder;
    private final Runnable update;
    private final FolderEvents events;
    private final Thread thread;
    private Map<String, FileMemory.Stamp> seen = Map.of();
    private long nanosToLook;
    private String lastFault = "";
    private volatile boolean closed;

    private FolderWatch(PassageFolder folder, Runnable update) {
        this.folder = folder;
        this.update = update;
        this.events = FolderEvents.open();
        this.thread = Thread.ofPlatform().name("folder").unstarted(this::watch);
    }

    /** Begins with an update of its own, for whatever changed since the last one. */
    public static FolderWatch start(PassageFolder folder, Runnable update) {
        FolderWatch watch = new FolderWatch(folder, update);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        long pause = 0;
        while (!closed) {
            boolean told = events.within(Duration.ofNanos(pause)) && awaitQuiet();
            lookAround(told || pause == 0);
            // A folder so large that to look at it takes long is looked at more seldom.
            pause = Math.max(LOOK_AROUND.toNanos(), nanosToLook * SHARE_OF_TIME);
        }
    }

    private boolean awaitQuiet() {
        long since = System.nanoTime();
        while (events.within(QUIET) && System.nanoTime() - since < PATIENCE.toNanos()) {
            // More is being written.
        }
        return true;
    }

    /** @param told whether a change is known of; then even a file that looks the same is read again */
    private void lookAround(boolean told) {
        if (closed) {
            return;
        }
        try {
            long started = System.nanoTime();
            events.follow(folder.folder());
            Map<String, FileMemory.Stamp> now = folder.listing();
            nanosToLook = System.nanoTime() - started;
            if (told || !now.equals(seen)) {
                update.run();
                seen = now;
            }
            lastFault = "";
        } catch (IOException | RuntimeException e) {
            tell(e);
        }
    }

    /** A fault may stay for hours; each is told once. The index stays as it is meanwhile. */
    private void tell(Exception fault) {
        if (!lastFault.equals(fault.toString())) {
            lastFault = fault.toString();
            @Nullable
            Exception cause = fault instanceof UncheckedIOException || fault instanceof IOException ? null : fault;
            LOG.error("the passages' folder can't be brought up to date: {}", fault.getMessage(), cause);
        }
    }

    /** Waits until an update that is under way has ended. */
    @Override
    public void close() {
        closed = true;
        events.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                // No interrupt: Lucene's files would close under it.
                thread.join(TimeUnit.SECONDS.toMillis(1));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
