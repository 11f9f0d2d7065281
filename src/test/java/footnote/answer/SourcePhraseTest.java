package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcePhraseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who spoke, according to the article?|Who spoke?",
                "According to this article, who spoke?|who spoke?",
                "In which month was it built, given the date of the article?|In which month was it built?",
                "Based on the given passages: how many came?|how many came?",
                "How many came as stated in the text?|How many came?"
            })
    void removesWhatSpeaksOfTheDocumentsAtHand(String question, String left) {
        assertThat(SourcePhrase.removedFrom(question)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who spoke, according to the Mueller report?",
                "Who is quoted in the article?",
                "What was given the article's title?",
                "According to the article?",
                "When was this article published?"
            })
    void leavesWhatAsksForSomething(String question) {
        assertThat(SourcePhrase.removedFrom(question)).isEqualTo(question);
    }
}
