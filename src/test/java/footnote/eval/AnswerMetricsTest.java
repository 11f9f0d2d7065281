package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerMetricsTest {
    @Test
    void matchesExactlyWhatNormalisesToTheSame() {
        assertThat(ExactMatch.best("The Geneva.", List.of("geneva"))).isEqualTo(1);
        assertThat(ExactMatch.best("Geneva, Switzerland", List.of("Geneva"))).isZero();
    }

    @Test
    void takesTheBestOfTheAcceptedAnswers() {
        assertThat(ExactMatch.best("1973", List.of("October 1973", "1973"))).isEqualTo(1);
        assertThat(TokenF1.best("1973", List.of("October 1973", "1973"))).isEqualTo(1);
        assertThat(TokenF1.best("1973", List.of("in October 1973", "October 1973")))
                .isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void weighsPrecisionAndRecallOfTheWords() {
        // 2 shared of 3 said and 4 right: precision 2/3, recall 1/2, F1 4/7
        assertThat(TokenF1.of("big red dog", "red dog and cat")).isCloseTo(4.0 / 7, within(1e-12));
    }

    @Test
    void countsARepeatedWordAsOftenAsBothSidesHaveIt() {
        // "very" twice against once: 2 shared of 3 said and 2 right, F1 4/5
        assertThat(TokenF1.of("very very good", "very good")).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void isOneWithoutWordsOnBothSidesAndZeroWithoutWordsOnOne() {
        assertThat(TokenF1.of("the", "")).isEqualTo(1);
        assertThat(TokenF1.of("", "Geneva")).isZero();
        assertThat(TokenF1.of("Geneva", "")).isZero();
    }

    @Test
    void isZeroWhereNothingIsAccepted() {
        assertThat(ExactMatch.best("Geneva", List.of())).isZero();
        assertThat(TokenF1.best("Geneva", List.of())).isZero();
    }
}
