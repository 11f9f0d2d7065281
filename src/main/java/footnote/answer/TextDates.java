package footnote.answer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that a passage speaks of, by the same rules as {@link TimeScopeReader}, in time linear in its length.
 * Threads may call it at once.
 */
final class TextDates {
    private static final TimeScanner SCANNER = new TimeScanner(Anchor::ofText);

    private TextDates() {}

    /**
     * The days that some words of a text mean.
     *
     * @param start in UTF-16 units of the text
     * @param end in UTF-16 units, exclusive
     * @param from first day, included
     * @param to last day, included
     */
    record TextDate(int start, int end, LocalDate from, LocalDate to) {}

    /**
     * The dates of a text in the order of their words, none over another; a date that may mean two things is left out.
     *
     * @param documentDate the day that "last week" and "in March" are counted from; without one only dates with a year are read
     */
    static List<TextDate> of(String text, @Nullable LocalDate documentDate) {
        return SCANNER.scan(text, documentDate).stream()
                .map(found -> new TextDate(
                        found.start(),
                        found.end(),
                        found.period().from(),
                        found.period().to()))
                .toList();
    }
}
