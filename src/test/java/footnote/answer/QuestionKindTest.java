package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionKindTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPAN | Who asked for the call?",
                "SPAN | How many troops are at the border?",
                "SPAN | How effective were the sanctions?",
                "SPAN | In which city are the talks held?",
                "SPAN | Is it the bridge or the tunnel that was closed?",
                "SPAN | What is the capital of Norway?",
                "YES_NO | Did Russia withdraw its troops?",
                "YES_NO | According to the mayor, will repairs take long?",
                "YES_NO | isn't the library free?",
                "ACCOUNT | Why did the bridge close?",
                "ACCOUNT | And how did it happen?",
                "ACCOUNT | What happened on Monday?",
                "ACCOUNT | Summarise the article.",
                "ACCOUNT | please list all members",
                "ACCOUNT | What did the mayor say about repairs?",
                "ACCOUNT | In 2004, why was the room rebuilt?"
            })
    void tellsWhatFormOfAnswerAQuestionWants(QuestionKind kind, String question) {
        assertThat(QuestionKind.of(question)).isEqualTo(kind);
    }
}
