package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Passage;
import footnote.testing.TinyCorpus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {
    private static final Passage LIBRARY = TinyCorpus.passages(
                    TinyCorpus.document("library", "Library", null, "The reading room was rebuilt in 2004."))
            .getFirst();

    @Test
    void countsTheWordsOfTheQuestionThatThePassageLacks() {
        Coverage.Shares shares = new Coverage("Which architect rebuilt the reading room?").of(LIBRARY);

        assertThat(shares.missing()).isEqualTo(1);
        assertThat(shares.words()).isEqualTo(0.75);
        assertThat(new Coverage("Was the reading room rebuilt?").of(LIBRARY).missing())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Was it rebuilt in 2004?, 0",
        "Was it rebuilt in 2005?, 1",
        "Which 12 of 40 rooms burnt in 2004?, 2",
        "Who came?, 0"
    })
    void countsTheNumbersOfTheQuestionThatATextLacks(String question, int missing) {
        assertThat(new Coverage(question).numbersMissingIn(LIBRARY.text())).isEqualTo(missing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who did not sign?",
                "Who didn't sign?",
                "Who didn’t sign?",
                "Never before had what happened?",
                "Which states went without power?",
                "Who couldn't, in the end, agree?"
            })
    void hearsAQuestionDeny(String question) {
        assertThat(new Coverage(question).denies()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who signed?", "What is a knot?", "Who wrote the Notes?", "Who is the November guest?"})
    void hearsNoDenialInOtherWords(String question) {
        assertThat(new Coverage(question).denies()).isFalse();
    }
}
