package footnote.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    @Test
    void breaksAfterFullStopsAndAtBlankLines() {
        assertThat(sentences("One here. Two there!\n\nA headline without a stop\n\nThree? Yes."))
                .containsExactly("One here.", "Two there!", "A headline without a stop", "Three?", "Yes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Smith met Gen. Jones at St. Mary's.",
                "It costs approx. 5 dollars, e.g. in Fig. 3 of the report.",
                "J. K. Rowling signed 300 books.",
                "On Jan. 5, 2026 the mayor spoke.",
                "“Will it work?” she asked the crowd.",
                "They met at 5 p.m. on the bridge.",
                "Version 2.1.3 costs $3.50 today."
            })
    void keepsOneSentenceTogether(String text) {
        assertThat(sentences(text)).containsExactly(text);
    }

    @Test
    void keepsAClosingQuotationMarkWithItsSentence() {
        assertThat(sentences("He said “we are ready.” The crowd left."))
                .containsExactly("He said “we are ready.”", "The crowd left.");
    }

    @Test
    void endsASentenceAfterAnAbbreviationThatANewSentenceFollows() {
        assertThat(sentences("It moved to the U.S. The plant closed.")).hasSize(2);
    }

    @Test
    void givesSpansWithoutWhiteSpaceAtTheirEnds() {
        String text = "  \n\n One.   Two. \n";

        assertThat(Sentences.of(text)).containsExactly(new Sentences.Span(5, 9), new Sentences.Span(12, 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n\n", "\u00a0", ".", "..."})
    void surviveTextsWithHardlyAnything(String text) {
        assertThat(sentences(text)).allSatisfy(sentence -> assertThat(sentence).isNotBlank());
    }

    private static List<String> sentences(String text) {
        return Sentences.of(text).stream().map(span -> span.of(text)).toList();
    }
}
