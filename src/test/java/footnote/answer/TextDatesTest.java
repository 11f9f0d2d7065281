package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDatesTest {
    private static final LocalDate THURSDAY = LocalDate.of(2021, 12, 30);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2021-12-30 | 2021-12-30 | Thursday          | After Thursday’s meeting there were few signs of movement.
            2021-12-30 | 2021-12-30 | 30 December 2021  | It was published on 30 December 2021.
            2014-01-01 | 2014-12-31 | 2014              | Putin annexed the Crimean peninsula in 2014.
            2021-12-01 | 2021-12-30 | earlier this month| The demands were published earlier this month.
            2021-10-01 | 2021-10-31 | October           | The first call was held in October.
            2022-01-10 | 2022-01-10 | January 10        | The two sides will meet on January 10.
            2022-01-02 | 2022-01-02 | Sunday            | The two sides will meet on Sunday.
            2021-12-20 | 2021-12-26 | last week         | They spoke last week.
            2014-01-01 | 2014-12-31 | seven years ago   | The war began seven years ago.
            1949-01-01 | 1991-12-31 | 1949–1991         | The cold war (1949–1991) was long.
            2021-12-01 | 2021-12-30 | December 1 to today | It lasted from December 1 to today.
            """)
    void readsTheDaysThatWordsMean(LocalDate from, LocalDate to, String words, String text) {
        assertThat(TextDates.of(text, THURSDAY)).singleElement().satisfies(date -> {
            assertThat(text.substring(date.start(), date.end())).isEqualTo(words);
            assertThat(date.from()).isEqualTo(from);
            assertThat(date.to()).isEqualTo(to);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "The negotiations in Geneva in January are a step.",
        "The call is set for 2030 GMT.",
        "About 100,000 troops and 1500 tanks stand there.",
        "It was signed on 31 November 2021.",
        "They may march on."
    })
    void leavesOutWhatMayMeanTwoThingsOrNone(String text) {
        assertThat(dates(text, THURSDAY)).isEmpty();
    }

    @Test
    void withoutADayReadsOnlyWhatNamesItsYear() {
        assertThat(dates("Last week, in March and on 5 May 2020, he spoke of the 1990s.", null))
                .containsExactly("5 May 2020", "1990s");
    }

    @Test
    void readsAllDatesInTheirOrder() {
        assertThat(dates("It began in 2014, grew in March 2018 and was over on Tuesday.", THURSDAY))
                .containsExactly("2014", "March 2018", "Tuesday");
    }

    @Test
    void sentencesApartDontDecideForEachOther() {
        assertThat(TextDates.of("They will be back. The first call was held on October 5.", THURSDAY))
                .extracting(TextDates.TextDate::from)
                .containsExactly(LocalDate.of(2021, 10, 5));
    }

    private static List<String> dates(String text, @Nullable LocalDate day) {
        return TextDates.of(text, day).stream()
                .map(date -> text.substring(date.start(), date.end()))
                .toList();
    }
}
