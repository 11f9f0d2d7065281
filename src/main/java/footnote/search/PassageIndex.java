package footnote.search;

import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.IndexState;
import footnote.domain.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/**
 * The front door to everything that is written down: ranked passages, whole documents, counts. Reads one consistent
 * state of the index a call; threads may share it. Disk faults are {@link UncheckedIOException}s.
 */
public final class PassageIndex implements AutoCloseable {
    private static final Query DOCUMENTS = new TermQuery(new Term(PassageFields.KIND, PassageFields.IS_DOCUMENT));
    private static final Query PASSAGES = new TermQuery(new Term(PassageFields.KIND, PassageFields.IS_PASSAGE));
    private static final Query WAITING = new TermQuery(new Term(PassageFields.PENDING, "yes"));
    private static final Set<String> FINGERPRINT_FIELDS = Set.of(PassageFields.DOCUMENT, PassageFields.FINGERPRINT);
    private static final Sort BY_ID = new Sort(new SortField(PassageFields.DOCUMENT, SortField.Type.STRING));

    private final SearcherManager searchers;
    private final TextEmbedder embedder;
    private final LongSupplier generation;

    PassageIndex(SearcherManager searchers, TextEmbedder embedder, LongSupplier generation) {
        this.searchers = searchers;
        this.embedder = embedder;
        this.generation = generation;
    }

    /**
     * Opens the last commit of a folder for reading only, for instance while another process writes to it.
     *
     * @throws UncheckedIOException if there is no index
     * @throws IllegalStateException if the index is of another schema or embedder
     */
    public static PassageIndex open(Path folder, TextEmbedder embedder) {
        try {
            FSDirectory directory = FSDirectory.open(folder);
            CommitNote note;
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                note = CommitNote.of(reader.getIndexCommit().getUserData());
            }
            if (!note.fits(embedder.name())) {
                throw new IllegalStateException("the index in " + folder + " was made by another version of Footnote");
            }
            return new PassageIndex(new SearcherManager(directory, null), embedder, note::generation);
        } catch (IOException e) {
            throw new UncheckedIOException("no index can be read in " + folder, e);
        }
    }

    /** The best passages, best first, ties by passage id. */
    public List<Hit> search(PassageQuery query) {
        return read(searcher -> new HybridSearch(searcher, embedder).best(query));
    }

    public IndexState state() {
        return read(searcher ->
                new IndexState(generation.getAsLong(), searcher.count(DOCUMENTS), searcher.count(PASSAGES)));
    }

    /** The document of an id, with its passages in their order. */
    public Optional<IndexedDocument> document(String id) {
        return read(searcher -> {
            List<Integer> block = all(searcher, new TermQuery(new Term(PassageFields.DOCUMENT, id)));
            return block.isEmpty() ? Optional.empty() : Optional.of(document(searcher, block));
        });
    }

    private static IndexedDocument document(IndexSearcher searcher, List<Integer> block) throws IOException {
        List<Passage> passages = new ArrayList<>();
        for (int record : block.subList(0, block.size() - 1)) {
            passages.add(IndexRecords.passage(searcher.storedFields().document(record)));
        }
        var own = searcher.storedFields().document(block.getLast());
        return new IndexedDocument(IndexRecords.document(own), passages);
    }

    /** A page of all documents, by id. */
    public List<Listed> documents(int offset, int limit) {
        return read(searcher -> {
            List<Listed> page = new ArrayList<>();
            ScoreDoc[] records = searcher.search(DOCUMENTS, offset + limit, BY_ID).scoreDocs;
            for (int at = offset; at < records.length; at++) {
                var record = searcher.storedFields().document(records[at].doc);
                page.add(
                        new Listed(IndexRecords.document(record), IndexRecords.number(record, PassageFields.PASSAGES)));
            }
            return List.copyOf(page);
        });
    }

    /** The fingerprint of every document, by id. */
    public SortedMap<String, String> fingerprints() {
        return read(searcher -> {
            SortedMap<String, String> fingerprints = new TreeMap<>();
            for (int found : all(searcher, DOCUMENTS)) {
                var record = searcher.storedFields().document(found, FINGERPRINT_FIELDS);
                fingerprints.put(record.get(PassageFields.DOCUMENT), record.get(PassageFields.FINGERPRINT));
            }
            return fingerprints;
        });
    }

    /** The ids of the documents whose passages have no vectors yet, in order. */
    public List<String> withoutVectors() {
        return read(searcher -> {
            List<String> ids = new ArrayList<>();
            for (int found : all(searcher, WAITING)) {
                ids.add(DocumentLeg.documentOf(searcher, found));
            }
            ids.sort(String::compareTo);
            return List.copyOf(ids);
        });
    }

    /** How many documents' passages have no vectors yet. */
    public int countWithoutVectors() {
        return read(searcher -> searcher.count(WAITING));
    }

    /** Every record that a query matches, in the index's order, without ranking them. */
    private static List<Integer> all(IndexSearcher searcher, Query query) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        List<Integer> records = new ArrayList<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (int at = matches.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = matches.nextDoc()) {
                if (live == null || live.get(at)) {
                    records.add(leaf.docBase + at);
                }
            }
        }
        return records;
    }

    private <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return reading.of(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index can't be read", e);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the index can't be closed", e);
        }
    }

    /** A document with its passages in their order. */
    public record IndexedDocument(Document document, List<Passage> passages) {
        public IndexedDocument {
            passages = List.copyOf(passages);
        }
    }

    /** A document and how many passages it has. */
    public record Listed(Document document, int passages) {}

    private interface Reading<T> {
        T of(IndexSearcher searcher) throws IOException;
    }
}
