package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.TimeReading.Binding;
import footnote.domain.TimeScope;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScopeReaderTest {
    private static final LocalDate FRIDAY = LocalDate.of(2022, 6, 17);

    private final TimeScopeReader reader = new TimeScopeReader();

    @ParameterizedTest(name = "{4}")
    @CsvFileSource(resources = "/time/scopes.txt", delimiter = '|', quoteCharacter = '`', nullValues = "-")
    void readsTheDaysAndHowFirmlyTheyHold(
            Binding binding, @Nullable LocalDate from, @Nullable LocalDate to, String said, String question) {
        TimeReading reading = reader.read(question, FRIDAY);

        assertThat(reading.scope()).contains(new TimeScope(from, to, said));
        assertThat(reading.binding()).isEqualTo(binding);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/time/none.txt", delimiter = '|', quoteCharacter = '`')
    void readsNoTimeWhereNoneOrNoCertainOneIsNamed(String question) {
        TimeReading reading = reader.read(question, FRIDAY);

        assertThat(reading.scope()).isEmpty();
        assertThat(reading.binding()).isEqualTo(Binding.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            NEWEST | What is the latest news from Kyiv?
            NEWEST | What is the most recent figure?
            NEWEST | Which is the newest member?
            NEWEST | What was her last known address?
            NEWEST | What is the current inflation rate?
            NEWEST | Who is currently in office?
            NEWEST | Who is now the richest man?
            NEWEST | How many have died so far?
            NEWEST | As of 2015, how many lived there?
            NEWEST | What engine is the most used today?
            NEWEST | When was the last time that they won?
            RECENT | Which show was recently renewed?
            RECENT | What happened in recent weeks?
            RECENT | What happened in the last few days?
            ANY    | Who won the 2018 Winter Olympics?
            ANY    | What was the company now known as Marriott called in 1960?
            ANY    | What is the current of a river?
            ANY    | How strong is an electric current in a wire?
            ANY    | Who must pay on Monday at the latest?
            ANY    | Who directed Apocalypse Now?
            ANY    | Who wrote a now-famous song?
            ANY    | Who founded USA Today?
            """)
    void tellsWhetherTheNewestIsWanted(Freshness freshness, String question) {
        assertThat(reader.read(question, FRIDAY).freshness()).isEqualTo(freshness);
    }

    @Test
    void aBoundKeepsNoDocumentOut() {
        TimeReading lastWeek = reader.read("What happened last week?", FRIDAY);

        assertThat(lastWeek.scope()).isPresent();
        assertThat(lastWeek.documentDates()).isEmpty();
        assertThat(reader.read("Who led before 2015?", FRIDAY).documentDates()).isEmpty();
    }

    @Test
    void wordsAboutDocumentsKeepBothDays() {
        assertThat(reader.read("What do articles from March 2022 say?", FRIDAY).documentDates())
                .contains(new TimeScope(LocalDate.of(2022, 3, 1), LocalDate.of(2022, 3, 31), "from March 2022"));
    }

    @Test
    void aTimeOfTheEventHoldsNoDocument() {
        assertThat(reader.read("Who was president in 1973?", FRIDAY).documentDates())
                .isEmpty();
    }

    @Test
    void readsADayThatIsFarOutsideTheCalendarOfPeople() {
        assertThat(reader.read("Who led in 2015 and last week?", LocalDate.MAX).scope())
                .contains(new TimeScope(LocalDate.of(2015, 1, 1), LocalDate.of(2015, 12, 31), "in 2015"));
    }
}
