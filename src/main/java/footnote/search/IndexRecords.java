package footnote.search;

import footnote.domain.Document;
import footnote.domain.Passage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Documents and passages as Lucene records, and back. */
final class IndexRecords {
    private IndexRecords() {}

    /**
     * The block of one document: its passages in their order, then its own record.
     *
     * @param vectors one for each passage, or empty if they follow later
     */
    static List<org.apache.lucene.document.Document> block(
            Document document, List<Passage> passages, List<float[]> vectors) {
        if (!vectors.isEmpty() && vectors.size() != passages.size()) {
            throw new IllegalArgumentException(
                    "one vector a passage or none, got " + vectors.size() + " for " + passages.size());
        }
        List<org.apache.lucene.document.Document> block = new ArrayList<>();
        for (int at = 0; at < passages.size(); at++) {
            block.add(record(passages.get(at), vectors.isEmpty() ? null : vectors.get(at)));
        }
        block.add(record(document, passages.size(), vectors.isEmpty() && !passages.isEmpty()));
        return block;
    }

    private static org.apache.lucene.document.Document record(Passage passage, float @Nullable [] vector) {
        var record = new org.apache.lucene.document.Document();
        record.add(new StringField(PassageFields.KIND, PassageFields.IS_PASSAGE, Field.Store.NO));
        addIdentity(record, passage.document(), passage.title(), passage.date(), passage.source());
        record.add(new StoredField(PassageFields.PASSAGE, passage.id()));
        record.add(new SortedDocValuesField(PassageFields.PASSAGE, new BytesRef(passage.id())));
        record.add(new StoredField(PassageFields.HEADINGS, passage.headings()));
        record.add(new TextField(PassageFields.CONTEXT, passage.title() + "\n" + passage.headings(), Field.Store.NO));
        record.add(new TextField(PassageFields.TEXT, passage.text(), Field.Store.YES));
        record.add(new StoredField(PassageFields.START, passage.start()));
        record.add(new StoredField(PassageFields.END, passage.end()));
        if (vector != null) {
            record.add(new KnnFloatVectorField(PassageFields.VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        }
        return record;
    }

    private static org.apache.lucene.document.Document record(Document document, int passages, boolean pending) {
        var record = new org.apache.lucene.document.Document();
        record.add(new StringField(PassageFields.KIND, PassageFields.IS_DOCUMENT, Field.Store.NO));
        addIdentity(record, document.id(), document.title(), document.date(), document.source());
        addStored(record, PassageFields.URL, document.url());
        record.add(new StoredField(PassageFields.FINGERPRINT, document.fingerprint()));
        record.add(new TextField(PassageFields.WHOLE, document.title(), Field.Store.NO));
        record.add(new TextField(PassageFields.WHOLE, document.text(), Field.Store.YES));
        record.add(new StoredField(PassageFields.PASSAGES, passages));
        if (pending) {
            record.add(new StringField(PassageFields.PENDING, "yes", Field.Store.NO));
        }
        return record;
    }

    private static void addIdentity(
            org.apache.lucene.document.Document record,
            String document,
            String title,
            @Nullable LocalDate date,
            @Nullable String source) {
        record.add(new StringField(PassageFields.DOCUMENT, document, Field.Store.YES));
        record.add(new SortedDocValuesField(PassageFields.DOCUMENT, new BytesRef(document)));
        record.add(new StoredField(PassageFields.TITLE, title));
        addStored(record, PassageFields.SOURCE, source);
        if (date != null) {
            record.add(new LongField(PassageFields.DAY, date.toEpochDay(), Field.Store.YES));
        }
    }

    private static void addStored(org.apache.lucene.document.Document record, String field, @Nullable String value) {
        if (value != null) {
            record.add(new StoredField(field, value));
        }
    }

    static Passage passage(org.apache.lucene.document.Document record) {
        return new Passage(
                record.get(PassageFields.PASSAGE),
                record.get(PassageFields.DOCUMENT),
                record.get(PassageFields.TITLE),
                date(record),
                record.get(PassageFields.SOURCE),
                record.get(PassageFields.HEADINGS),
                record.get(PassageFields.TEXT),
                number(record, PassageFields.START),
                number(record, PassageFields.END));
    }

    /** The document without its headings, which only matter while it is split. */
    static Document document(org.apache.lucene.document.Document record) {
        return new Document(
                record.get(PassageFields.DOCUMENT),
                record.get(PassageFields.TITLE),
                date(record),
                record.get(PassageFields.SOURCE),
                record.get(PassageFields.URL),
                record.get(PassageFields.WHOLE),
                List.of(),
                record.get(PassageFields.FINGERPRINT));
    }

    static int number(org.apache.lucene.document.Document record, String field) {
        return stored(record, field).numericValue().intValue();
    }

    private static @Nullable LocalDate date(org.apache.lucene.document.Document record) {
        IndexableField day = record.getField(PassageFields.DAY);
        return day == null ? null : LocalDate.ofEpochDay(day.numericValue().longValue());
    }

    private static IndexableField stored(org.apache.lucene.document.Document record, String field) {
        return record.getField(field);
    }
}
