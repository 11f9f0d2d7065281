package footnote.eval;

import footnote.domain.Document;
import footnote.ingest.DocumentSource;
import java.util.Comparator;
import java.util.List;

/** The documents of a question set; those without words are left out, as there is nothing in them to find. */
final class CorpusSource implements DocumentSource {
    private final QuestionSet set;

    CorpusSource(QuestionSet set) {
        this.set = set;
    }

    @Override
    public List<Item> items() {
        return set.documents().stream()
                .filter(document -> !document.text().isBlank())
                .sorted(Comparator.comparing(Document::id))
                .<Item>map(CorpusItem::new)
                .toList();
    }

    private record CorpusItem(Document document) implements Item {
        @Override
        public String name() {
            return document.id();
        }

        @Override
        public String id() {
            return document.id();
        }

        @Override
        public String fingerprint() {
            return document.fingerprint();
        }
    }
}
