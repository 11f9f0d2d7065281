package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class PeriodTest {
    @Test
    void mustNotEndBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Period(LocalDate.of(2022, 1, 2), LocalDate.of(2022, 1, 1)))
                .withMessageContaining("2022-01-02");
    }

    @Test
    void theThirdsOfAYearAreFourMonthsEach() {
        assertThat(Period.year(2022).third(0)).isEqualTo(Period.months(YearMonth.of(2022, 1), YearMonth.of(2022, 4)));
        assertThat(Period.year(2022).third(1)).isEqualTo(Period.months(YearMonth.of(2022, 5), YearMonth.of(2022, 8)));
        assertThat(Period.year(2022).third(2)).isEqualTo(Period.months(YearMonth.of(2022, 9), YearMonth.of(2022, 12)));
    }

    @Test
    void theThirdsOfADecadeAreWholeYearsAndLeaveNoneOut() {
        assertThat(Period.years(1990, 1999).third(0)).isEqualTo(Period.years(1990, 1993));
        assertThat(Period.years(1990, 1999).third(1)).isEqualTo(Period.years(1994, 1996));
        assertThat(Period.years(1990, 1999).third(2)).isEqualTo(Period.years(1997, 1999));
    }

    @Test
    void tooShortAPeriodHasNoThirds() {
        Period weekend = new Period(LocalDate.of(2022, 6, 18), LocalDate.of(2022, 6, 19));

        assertThat(weekend.third(2)).isEqualTo(weekend);
    }

    @Test
    void aLeapDayIsInNoCommonYear() {
        Period leapDay = Period.day(LocalDate.of(2020, 2, 29));

        assertThat(leapDay.startingIn(2021)).isEmpty();
        assertThat(leapDay.startingIn(2024)).contains(Period.day(LocalDate.of(2024, 2, 29)));
    }

    @Test
    void aWholeFebruaryStaysWholeInAnotherYear() {
        assertThat(Period.month(YearMonth.of(2021, 2)).startingIn(2020)).contains(Period.month(YearMonth.of(2020, 2)));
    }
}
