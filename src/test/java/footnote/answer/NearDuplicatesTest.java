package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.testing.TinyCorpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
    @Test
    void keepsTheBetterOfTwoCopies() {
        String wire = "The bridge was closed on Monday after engineers found cracks in two of its piers.";
        List<Hit> hits = List.of(hit("first", wire), hit("copy", wire + " (Agency)"), hit("other", "Pears grow here."));

        assertThat(NearDuplicates.collapsed(hits))
                .extracting(found -> found.passage().document())
                .containsExactly("first", "other");
    }

    @Test
    void keepsTextsThatShareOnlyWords() {
        List<Hit> hits = List.of(
                hit("first", "Engineers found cracks in the bridge on Monday."),
                hit("second", "On Monday the cracks in the bridge were found by engineers."));

        assertThat(NearDuplicates.collapsed(hits)).isEqualTo(hits);
    }

    private static Hit hit(String id, String text) {
        Document document = TinyCorpus.document(id, id, null, text);
        return new Hit(Passage.of(document, "", 0, text.length()), 0.5);
    }
}
