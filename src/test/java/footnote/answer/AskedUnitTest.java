package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedUnitTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
                    How many minutes did the call last?            | three weeks          | true
                    How many minutes did the call last?            | little more than 50 minutes | false
                    How many minutes did the call last?            | an hour              | false
                    For how many full days was it closed?          | two weeks            | false
                    how many centuries did it stand                | 12 days              | true
                    How many hours did it take?                    | in the second week   | false
                    How many hours did it take?                    | three weeks          | true
                    How many hours did it take?                    | 20                   | false
                    How long did it last?                          | three weeks          | false
                    How many people came in a week?                | three weeks          | false
                    How many years was it kept up?                 | four centuries       | false
                    How many years was it kept up?                 | three days           | true
                    """, delimiter = '|')
    void spansInAFarUnitOfTimeAreNoAnswer(String question, String words, boolean far) {
        assertThat(new AskedUnit(question).isFarFrom(words)).isEqualTo(far);
    }
}
