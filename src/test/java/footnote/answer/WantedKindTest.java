package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedKindTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    When did the library open?                 | 1931                 | 1
                    In which month was the list printed?       | earlier this month   | 1
                    On what day does the market open?          | Tuesdays             | 1
                    When did the library open?                 | the old town hall    | -1
                    How many trees are there?                  | 120                  | 1
                    How many trees are there?                  | two dozen            | 1
                    How long did the repairs take?             | nine months          | 1
                    How many trees are there?                  | apples and pears     | -1
                    Who closed the bridge?                     | Mayor Ida Lund       | 1
                    Who closed the bridge?                     | because of cracks    | -1
                    What does the mayor promise?               | quick repairs        | 0
                    """)
    void tellsWhetherAnAnswerIsOfTheKindThatIsAskedFor(String question, String answer, double fit) {
        assertThat(WantedKind.of(question).fit(answer)).isEqualTo(fit);
    }
}
