package footnote.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import footnote.search.PassageQuery.Recency;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecencyTest {
    private static final LocalDate DAY = LocalDate.of(2022, 3, 31);

    @ParameterizedTest
    @CsvSource({"2022-03-31,1", "2022-03-01,0.5", "2021-12-31,0.25", "2022-04-01,0.9677", "2022-04-02,0", "2023-01-01,0"
    })
    void fallsWithAgeAndIsNothingForWhatDidNotExistYet(LocalDate date, double expected) {
        assertThat(Recency.of(date, DAY)).isCloseTo(expected, within(0.0001));
    }
}
