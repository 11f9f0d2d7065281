package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Question;
import footnote.domain.Turn;
import footnote.domain.Turn.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FollowUpRuleTest {
    private final FollowUpRule rule = new FollowUpRule();

    @ParameterizedTest(name = "{2}")
    @CsvFileSource(resources = "/follow-ups.txt", delimiter = '|')
    void makesOneQuestionThatStandsAlone(String before, String answer, String followUp, String alone) {
        assertThat(rule.standAlone(asked(before, answer, followUp))).isEqualTo(alone);
    }

    @Test
    void leavesAQuestionWithoutHistoryAsItIs() {
        Question question = Question.of("And when is that?", LocalDate.of(2022, 1, 1));

        assertThat(rule.standAlone(question)).isEqualTo("And when is that?");
    }

    private static Question asked(String before, String answer, String followUp) {
        return new Question(
                followUp,
                List.of(new Turn(Role.USER, before), new Turn(Role.ASSISTANT, answer)),
                null,
                null,
                LocalDate.of(2022, 1, 1),
                8);
    }
}
