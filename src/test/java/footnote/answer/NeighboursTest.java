package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.testing.TinyCorpus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final Document DOCUMENT = TinyCorpus.document(
            "weir", "Weir", null, "One was first. Two came next.\n\nThree followed. Four stood far away.");

    @Test
    void joinsPassagesThatStandNextToEachOther() {
        List<Hit> joined = joined(hit(15, 29, 0.9), hit(0, 14, 0.4), hit(47, 67, 0.2));

        assertThat(joined)
                .extracting(found -> found.passage().text())
                .containsExactly("One was first. Two came next.", "Four stood far away.");
        assertThat(joined.getFirst().score()).isEqualTo(0.9);
    }

    @Test
    void joinsAcrossABlankLine() {
        assertThat(joined(hit(15, 29, 0.9), hit(31, 46, 0.4)))
                .singleElement()
                .satisfies(found -> assertThat(found.passage().text()).isEqualTo("Two came next.\n\nThree followed."));
    }

    @Test
    void leavesPassagesOfAnUnknownDocumentAlone() {
        List<Hit> hits = List.of(hit(0, 14, 0.9), hit(15, 29, 0.4));

        assertThat(Neighbours.joined(hits, id -> Optional.empty())).isEqualTo(hits);
    }

    @Test
    void joinsNoMoreThanAWindowHolds() {
        Document wide = TinyCorpus.document("wide", "Wide", null, "a".repeat(700) + " " + "b".repeat(700));
        List<Hit> hits =
                List.of(new Hit(Passage.of(wide, "", 0, 700), 0.9), new Hit(Passage.of(wide, "", 701, 1401), 0.8));

        assertThat(Neighbours.joined(hits, id -> Optional.of(wide))).isEqualTo(hits);
    }

    private static List<Hit> joined(Hit... hits) {
        return Neighbours.joined(List.of(hits), id -> Optional.of(DOCUMENT));
    }

    private static Hit hit(int start, int end, double score) {
        return new Hit(Passage.of(DOCUMENT, "", start, end), score);
    }
}
