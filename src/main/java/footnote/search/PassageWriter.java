package footnote.search;

import footnote.domain.Document;
import footnote.domain.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * The one writer of an index folder. Each change is atomic: a search sees a document's old block or its new one, whole.
 * A change is searchable after {@link #refresh()} and survives a crash after {@link #commit()}. Threads may share it.
 */
public final class PassageWriter implements AutoCloseable {
    private static final int HNSW_NEIGHBOURS = 16;
    private static final int HNSW_BEAM = 100;
    private static final double BUFFER_MEGABYTES = 64;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final PassageIndex index;
    private final String embedder;
    private final AtomicLong generation;
    private final Set<String> changed = new HashSet<>();

    private PassageWriter(IndexWriter writer, TextEmbedder embedder, CommitNote last) throws IOException {
        this.writer = writer;
        this.embedder = embedder.name();
        this.generation = new AtomicLong(last.generation());
        this.searchers = new SearcherManager(writer, null);
        this.index = new PassageIndex(searchers, embedder, generation::get);
    }

    /**
     * Opens or makes the index of a folder. One of another schema or embedder is emptied, so that it is built anew; its
     * generation goes on.
     *
     * @throws IndexInUse if another process writes to the folder
     */
    public static PassageWriter open(Path folder, TextEmbedder embedder) {
        try {
            FSDirectory directory = FSDirectory.open(folder);
            IndexWriter writer = new IndexWriter(directory, settings());
            CommitNote last = last(directory);
            if (!last.fits(embedder.name())) {
                writer.deleteAll();
            }
            return new PassageWriter(writer, embedder, last);
        } catch (LockObtainFailedException e) {
            throw new IndexInUse(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the index in " + folder + " can't be opened", e);
        }
    }

    private static CommitNote last(FSDirectory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return new CommitNote(0, "", 0);
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            return CommitNote.of(reader.getIndexCommit().getUserData());
        }
    }

    private static IndexWriterConfig settings() {
        KnnVectorsFormat vectors =
                new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.SEVEN_BIT, HNSW_NEIGHBOURS, HNSW_BEAM);
        return new IndexWriterConfig(EnglishAnalysis.EVERY_WORD)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCommitOnClose(false)
                .setCodec(new Lucene104Codec() {
                    @Override
                    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                        return vectors;
                    }
                });
    }

    /** What has been written and refreshed so far. */
    public PassageIndex index() {
        return index;
    }

    /**
     * Puts a document in place of whatever its id held.
     *
     * @param vectors one for each passage, or empty if they follow later
     */
    public synchronized void replace(Document document, List<Passage> passages, List<float[]> vectors) {
        changed.add(document.id());
        write(() -> writer.updateDocuments(term(document.id()), IndexRecords.block(document, passages, vectors)));
    }

    public synchronized void remove(String document) {
        changed.add(document);
        write(() -> writer.deleteDocuments(term(document)));
    }

    /** Makes all changes so far searchable, and forgets that they were any: {@link #addVectors} minds those that follow. */
    public synchronized void beginVectors() {
        changed.clear();
        refresh();
    }

    /**
     * Gives a document its vectors, unless it was replaced or removed since {@link #beginVectors()}, after which it was read.
     * Returns whether it did.
     */
    public synchronized boolean addVectors(Document document, List<Passage> passages, List<float[]> vectors) {
        if (changed.contains(document.id())) {
            return false;
        }
        write(() -> writer.updateDocuments(term(document.id()), IndexRecords.block(document, passages, vectors)));
        return true;
    }

    /** Makes all changes so far searchable. */
    public synchronized void refresh() {
        write(searchers::maybeRefreshBlocking);
    }

    /** Makes all changes so far durable, under the next generation, and searchable. Does nothing if there are none. */
    public synchronized void commit() {
        write(() -> {
            if (writer.hasUncommittedChanges()) {
                CommitNote note = new CommitNote(PassageFields.SCHEMA, embedder, generation.get() + 1);
                writer.setLiveCommitData(note.asMap().entrySet());
                writer.commit();
                generation.set(note.generation());
            }
            searchers.maybeRefreshBlocking();
        });
    }

    private static Term term(String document) {
        return new Term(PassageFields.DOCUMENT, document);
    }

    private static void write(Change change) {
        try {
            change.apply();
        } catch (IOException e) {
            throw new UncheckedIOException("the index can't be written", e);
        }
    }

    /** Closes without a commit: what was not committed is as if it never happened. */
    @Override
    public synchronized void close() {
        write(() -> {
            index.close();
            writer.rollback();
        });
    }

    /** Another process holds the folder's write lock. */
    public static final class IndexInUse extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        IndexInUse(Path folder, Throwable cause) {
            super("another Footnote is using the data folder " + folder, cause);
        }
    }

    private interface Change {
        void apply() throws IOException;
    }
}
