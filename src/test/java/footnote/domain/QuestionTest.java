package footnote.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void trimsItsText() {
        assertThat(Question.of("  Who?\n", TODAY).text()).isEqualTo("Who?");
    }

    @Test
    void refusesABlankQuestion() {
        assertRefused(" \t\u2003", "must not be blank");
    }

    @Test
    void refusesMoreThan2000CharactersAndNamesTheNumber() {
        assertRefused("x".repeat(3_000), "must have at most 2000 characters, got 3000");
        assertThat(Question.of("x".repeat(2_000), TODAY).text()).hasSize(2_000);
    }

    @Test
    void refusesControlCharactersAndNamesThePlace() {
        assertRefused("Who\u0007?", "must not contain control characters, got U+0007 at 3");
        assertRefused("a\u0000b", "must not contain control characters, got U+0000 at 1");
        assertRefused("half \ud83d", "must not contain control characters, got U+D83D at 5");
    }

    @Test
    void acceptsLineEndsTabsAndEveryScript() {
        assertThat(Question.of("Wer\twar\r\n早稲田 😀?", TODAY).text()).contains("早稲田 😀");
    }

    @Test
    void refusesBoundsInTheWrongOrderTooManyTurnsAndLimitsOutOfRange() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Question("Who?", List.of(), TODAY, TODAY.minusDays(1), TODAY, 8))
                .withMessageContaining("must not be after 'to'");
        List<Turn> many = Collections.nCopies(21, new Turn(Turn.Role.USER, "Hm?"));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Question("Who?", many, null, null, TODAY, 8))
                .withMessage("must have at most 20 turns, got 21");
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Question("Who?", List.of(), null, null, TODAY, 21))
                .withMessage("must be a whole number from 1 to 20, got 21");
    }

    private static void assertRefused(String text, String message) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Question.of(text, TODAY))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("question"));
    }
}
