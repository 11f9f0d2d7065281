package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import footnote.domain.Hit;
import footnote.testing.TinyCorpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitleOrderTest {
    private static final double SURE = 8;
    private static final double EVEN = 0;
    private static final double NONE = -8;

    @Test
    void putsThePassageThatAnswersBeforeTheOthersOfItsTitle() {
        List<Hit> hits =
                List.of(hit("steam 1", "Steam", 0.9), hit("steam 2", "Steam", 0.8), hit("steam 3", "Steam", 0.7));

        assertThat(documents(TitleOrder.of(hits, List.of(NONE, EVEN, SURE))))
                .containsExactly("steam 3", "steam 2", "steam 1");
    }

    @Test
    void leavesEveryTitleThePlacesThatSearchGaveIt() {
        List<Hit> hits = List.of(
                hit("steam 1", "Steam", 0.9),
                hit("force 1", "Force", 0.85),
                hit("steam 2", "Steam", 0.8),
                hit("force 2", "Force", 0.75));

        assertThat(documents(TitleOrder.of(hits, List.of(NONE, NONE, NONE, SURE))))
                .containsExactly("steam 1", "force 2", "steam 2", "force 1");
    }

    @Test
    void leavesScoresWithThePlaces() {
        List<Hit> hits = List.of(hit("steam 1", "Steam", 0.9), hit("steam 2", "Steam", 0.8));

        assertThat(TitleOrder.of(hits, List.of(NONE, SURE)))
                .extracting(Hit::score)
                .containsExactly(0.9, 0.8);
    }

    @Test
    void movesNothingPastWhatSearchPrefersByFar() {
        List<Hit> hits = List.of(hit("steam 1", "Steam", 0.9), hit("steam 2", "Steam", 0.3));

        assertThat(documents(TitleOrder.of(hits, List.of(NONE, SURE)))).containsExactly("steam 1", "steam 2");
    }

    @Test
    void takesDocumentsWithoutTitleForOneEach() {
        List<Hit> hits = List.of(hit("one", "", 0.9), hit("two", "", 0.8));

        assertThat(documents(TitleOrder.of(hits, List.of(NONE, SURE)))).containsExactly("one", "two");
    }

    @Test
    void keepsTheOrderOfSearchWhereNothingWasRead() {
        List<Hit> hits = List.of(hit("steam 1", "Steam", 0.9), hit("steam 2", "Steam", 0.9));
        double unread = Double.NEGATIVE_INFINITY;

        assertThat(TitleOrder.of(hits, List.of(unread, unread))).isEqualTo(hits);
        assertThat(TitleOrder.of(List.of(), List.of())).isEmpty();
    }

    @Test
    void needsTheOddsOfEveryPassage() {
        List<Hit> hits = List.of(hit("steam 1", "Steam", 0.9));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TitleOrder.of(hits, List.of()))
                .withMessageContaining("got 0 for 1");
    }

    private static Hit hit(String id, String title, double score) {
        return new Hit(
                TinyCorpus.passages(TinyCorpus.document(id, title, null, "Some text."))
                        .getFirst(),
                score);
    }

    private static List<String> documents(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().document()).toList();
    }
}
