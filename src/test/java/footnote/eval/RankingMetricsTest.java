package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    private static final double TINY = 1e-9;

    @Test
    void discountsByTheLogarithmOfTheRank() {
        // ranks 1 and 3 of 3 relevant: (1 + 1/2) / (1 + 1/log2(3) + 1/2)
        double found = Ndcg.at(10, List.of("a", "x", "b", "y"), Set.of("a", "b", "c"));

        assertThat(found).isCloseTo(1.5 / (1.5 + 0.6309297535714575), within(TINY));
    }

    @Test
    void givesTheIdealOrderOneEvenWithMoreRelevantThanTheCut() {
        List<String> ranking = documents(20);

        assertThat(Ndcg.at(10, ranking, Set.copyOf(ranking))).isCloseTo(1, within(TINY));
        assertThat(Recall.at(10, ranking, Set.copyOf(ranking))).isEqualTo(0.5);
    }

    @Test
    void seesNothingBelowTheCut() {
        List<String> ranking = documents(11);

        assertThat(Ndcg.at(10, ranking, Set.of("d11"))).isZero();
        assertThat(Recall.at(10, ranking, Set.of("d11"))).isZero();
        assertThat(Recall.at(100, ranking, Set.of("d11"))).isEqualTo(1);
        assertThat(ReciprocalRank.at(10, ranking, Set.of("d11"))).isZero();
    }

    @Test
    void seesTheLastRankAboveTheCut() {
        List<String> ranking = documents(11);

        assertThat(Ndcg.at(10, ranking, Set.of("d10"))).isCloseTo(1 / 3.4594316186372973, within(TINY));
        assertThat(ReciprocalRank.at(10, ranking, Set.of("d10"))).isCloseTo(0.1, within(TINY));
    }

    @Test
    void takesTheRankOfTheFirstRelevantOnly() {
        assertThat(ReciprocalRank.at(10, List.of("x", "y", "a", "b"), Set.of("a", "b")))
                .isCloseTo(1.0 / 3, within(TINY));
    }

    @Test
    void countsRelevantDocumentsThatAreNowhereAsMissed() {
        assertThat(Recall.at(10, List.of("a"), Set.of("a", "lost"))).isEqualTo(0.5);
        assertThat(Recall.at(10, List.of(), Set.of("a"))).isZero();
    }

    private static List<String> documents(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(n -> "d" + n).toList();
    }
}
