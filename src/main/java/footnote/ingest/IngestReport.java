package footnote.ingest;

import java.util.List;

/** What one run over the passages did; the numbers count documents. */
public record IngestReport(int added, int changed, int removed, int unchanged, List<Skipped> skipped) {
    /** A file that is no document, and why. A normal outcome: the run goes on. */
    public record Skipped(String name, String reason) {}

    public IngestReport {
        skipped = List.copyOf(skipped);
    }

    /** Whether the index is other than before. */
    public boolean changedAnything() {
        return added + changed + removed > 0;
    }
}
