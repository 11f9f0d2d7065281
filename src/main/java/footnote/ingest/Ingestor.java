package footnote.ingest;

import footnote.domain.Document;
import footnote.ingest.IngestReport.Skipped;
import footnote.search.PassageWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * Brings the index up to date with a source of documents: what is new or changed is written, what is gone is removed,
 * what can't be read is skipped. Everything is searchable by keyword as it is read; {@link VectorPass} adds the vectors.
 * One thread at a time, but for {@link #stop}.
 */
public final class Ingestor {
    private static final int DOCUMENTS_A_REFRESH = 200;
    private static final int DOCUMENTS_A_COMMIT = 2_000;

    private final DocumentSource source;
    private final PassageSplitter splitter;
    private final PassageWriter writer;
    private volatile boolean stopped;

    public Ingestor(DocumentSource source, PassageSplitter splitter, PassageWriter writer) {
        this.source = source;
        this.splitter = splitter;
        this.writer = writer;
    }

    /** One pass over the source. Its changes are committed when it returns. */
    public IngestReport update(Progress progress) {
        SortedMap<String, String> known = writer.index().fingerprints();
        Pass pass = new Pass(known);
        List<DocumentSource.Item> items = source.items();
        try {
            for (int at = 0; at < items.size() && !stopped; at++) {
                pass.take(items.get(at));
                progress.report("reading", at + 1, items.size());
            }
        } finally {
            source.rest();
        }
        if (!stopped) {
            pass.removeUnseen();
        }
        writer.commit();
        return pass.report();
    }

    /** Ends the pass that is under way after the document that it is at; what it did so far is kept. */
    public void stop() {
        stopped = true;
    }

    private final class Pass {
        private final SortedMap<String, String> known;
        private final Set<String> seen = new HashSet<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private int added;
        private int changed;
        private int removed;
        private int unchanged;

        Pass(SortedMap<String, String> known) {
            this.known = known;
        }

        void take(DocumentSource.Item item) {
            try {
                if (item.fingerprint().equals(known.get(item.id()))) {
                    seen.add(item.id());
                    unchanged++;
                } else {
                    write(read(item));
                }
            } catch (UnreadableFile e) {
                skipped.add(new Skipped(item.name(), e.reason()));
            } catch (IOException e) {
                skipped.add(new Skipped(item.name(), unread(e)));
            }
        }

        /** A parser may fail on a file in ways of its own; that costs the file, not the run. */
        private Document read(DocumentSource.Item item) throws IOException, UnreadableFile {
            try {
                return item.document();
            } catch (RuntimeException e) {
                throw new UnreadableFile(unread(e), e);
            }
        }

        private static String unread(Exception fault) {
            return "can't be read (" + fault.getClass().getSimpleName() + ")";
        }

        private void write(Document document) {
            writer.replace(document, splitter.passages(document), List.of());
            seen.add(document.id());
            if (known.containsKey(document.id())) {
                changed++;
            } else {
                added++;
            }
            if ((added + changed) % DOCUMENTS_A_COMMIT == 0) {
                writer.commit();
            } else if ((added + changed) % DOCUMENTS_A_REFRESH == 0) {
                writer.refresh();
            }
        }

        /** A file that was read before and can't be now is gone too: what nobody can look up must not be cited. */
        void removeUnseen() {
            for (String id : known.keySet()) {
                if (!seen.contains(id)) {
                    writer.remove(id);
                    removed++;
                }
            }
        }

        IngestReport report() {
            return new IngestReport(added, changed, removed, unchanged, skipped);
        }
    }
}
