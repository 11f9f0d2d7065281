package footnote;

import footnote.ingest.FolderWatch;
import footnote.ingest.IngestReport;
import footnote.ingest.IngestReport.Skipped;
import footnote.ingest.Progress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index up to date while the server runs: one thread follows the folder, another adds the vectors that are
 * missing. Neither waits for the other, so that a changed file is found by its words while vectors are still made.
 */
final class Upkeep implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Wiring wiring;
    private final Progress progress;
    private final Semaphore missing = new Semaphore(1);
    private final Thread vectors = Thread.ofPlatform().name("missing-vectors").unstarted(this::embed);
    private Optional<FolderWatch> watch = Optional.empty();
    private List<Skipped> told = List.of();

    /** Brings the index up to date before it returns. */
    Upkeep(Wiring wiring, Progress progress) {
        this.wiring = wiring;
        this.progress = progress;
        tell(wiring.update(progress));
    }

    /** Keeps it up to date from now on. */
    void follow() {
        vectors.start();
        watch = Optional.of(wiring.watch(this::update));
    }

    private void update() {
        IngestReport report = wiring.update(Progress.SILENT);
        tell(report);
        if (report.changedAnything()) {
            missing.release();
        }
    }

    /** What was skipped is told once, not at every change of another file. */
    private void tell(IngestReport report) {
        report.skipped().stream()
                .filter(skipped -> !told.contains(skipped))
                .forEach(skipped -> LOG.warn("skipped {}: {}", skipped.name(), skipped.reason()));
        told = report.skipped();
        if (report.changedAnything()) {
            LOG.info(
                    "the passages changed: {} documents added, {} changed, {} removed",
                    report.added(),
                    report.changed(),
                    report.removed());
        }
    }

    private void embed() {
        try {
            while (true) {
                missing.acquire();
                missing.drainPermits();
                embedOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void embedOnce() throws InterruptedException {
        try {
            wiring.embed(progress);
        } catch (RuntimeException e) {
            LOG.error("vectors could not be added; search goes on by keyword where they are missing", e);
        }
    }

    @Override
    public void close() {
        wiring.stop();
        watch.ifPresent(FolderWatch::close);
        vectors.interrupt();
        boolean interrupted = false;
        while (vectors.isAlive()) {
            try {
                vectors.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
