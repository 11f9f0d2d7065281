package footnote.answer;

import footnote.domain.Passage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says in full what "yesterday" or "earlier this month" means in a document of a known date. */
final class RelativeDate {
    private static final Pattern YEAR = Pattern.compile("(?<!\\p{N})(?:1[5-9]|20)\\p{N}{2}(?!\\p{N})");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private RelativeDate() {}

    /** The date in brackets, with a space in front; nothing if the words name a year, or no single day or month. */
    static String after(Passage passage, SpanReader.Span span) {
        String words = passage.text().substring(span.start(), span.end());
        if (passage.date() == null || YEAR.matcher(words).find()) {
            return "";
        }
        return TextDates.of(passage.text(), passage.date()).stream()
                .filter(said -> said.start() < span.end() && span.start() < said.end())
                .findFirst()
                .map(said -> inFull(said.from(), said.to()))
                .orElse("");
    }

    private static String inFull(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return " (" + DAY.format(from) + ")";
        }
        return YearMonth.from(from).equals(YearMonth.from(to))
                        && from.plusDays(7).isBefore(to)
                ? " (" + MONTH.format(from) + ")"
                : "";
    }
}
