package footnote.testing;

import footnote.domain.Document;
import footnote.domain.Passage;
import footnote.ingest.PassageSplitter;
import footnote.search.PassageWriter;
import footnote.search.TextEmbedder;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few short documents of a made-up town, enough to ask about. */
public final class TinyCorpus {
    public static final Document LIBRARY = document(
            "library",
            "Harbour library opens again",
            LocalDate.of(2022, 3, 5),
            "The Harbour Street library opened in 1931. Its reading room was rebuilt after a flood in 2004. "
                    + "The library lends about 48,000 volumes free of charge.");
    public static final Document BRIDGE = document(
            "bridge",
            "Old bridge closed",
            LocalDate.of(2022, 6, 1),
            "The old bridge over the Tarn was closed on Monday. Engineers found cracks in two of its piers. "
                    + "Mayor Ida Lund said that repairs would take nine months.");
    public static final Document ORCHARD = document(
            "orchard", "Notes on the orchard", null, "The orchard has 120 apple trees. Pears do not grow there.");
    public static final List<Document> ALL = List.of(LIBRARY, BRIDGE, ORCHARD);

    private TinyCorpus() {}

    public static Document document(String id, String title, @Nullable LocalDate date, String text) {
        return new Document(
                id, title, date, "Tarn Gazette", null, text, List.of(), Integer.toHexString(text.hashCode()));
    }

    public static List<Passage> passages(Document document) {
        return new PassageSplitter(30, 0).passages(document);
    }

    /** Writes and commits all of it, with vectors. */
    public static void write(PassageWriter writer, TextEmbedder embedder) {
        for (Document document : ALL) {
            List<Passage> passages = passages(document);
            writer.replace(
                    document,
                    passages,
                    passages.stream()
                            .map(passage -> embedder.embedPassage(passage.text()))
                            .toList());
        }
        writer.commit();
    }
}
