package footnote.answer;

import static footnote.answer.TimeWords.BEFORE_CHRIST;
import static footnote.answer.TimeWords.COMMA;
import static footnote.answer.TimeWords.COUNTED;
import static footnote.answer.TimeWords.DIGITS;
import static footnote.answer.TimeWords.END;
import static footnote.answer.TimeWords.GAP;
import static footnote.answer.TimeWords.MONTH;
import static footnote.answer.TimeWords.MONTHS_START;
import static footnote.answer.TimeWords.START;
import static footnote.answer.TimeWords.WEEKDAY;
import static footnote.answer.TimeWords.WEEKDAYS_START;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;

/** How days of the calendar are written. */
final class DayRules {
    private static final String NOT_MORE = "(?![\\p{L}\\d%])(?![.:]\\d)(?!,\\d{3}(?!\\d))";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?" + NOT_MORE;
    private static final String LAST_DAY = "(?<last>\\d{1,2})(?:st|nd|rd|th)?" + NOT_MORE;
    private static final String DASH = "[\\s\\u00a0]?(?:-|–|—|to|and|through)[\\s\\u00a0]?";
    private static final String YEAR = "(?<year>[12]\\d{3})" + END + "(?!" + COUNTED + ")(?!" + BEFORE_CHRIST + ")";
    private static final String NO_YEAR = "(?!" + COMMA + "[12]\\d{3}" + BEFORE_CHRIST + ")(?!" + COUNTED + ")";
    private static final String NAMED_WEEKDAY = "(?:" + WEEKDAY + COMMA + "(?:the" + GAP + ")?)?";
    private static final String DAY_MONTH = START + NAMED_WEEKDAY + DAY + GAP + "(?:of" + GAP + ")?" + MONTH;
    private static final String MONTH_DAY = START + NAMED_WEEKDAY + MONTH + GAP + "(?:the" + GAP + ")?" + DAY;
    private static final String DAYS_MONTH = START + DAY + DASH + LAST_DAY + GAP + "(?:of" + GAP + ")?" + MONTH;
    private static final String MONTH_DAYS = START + MONTH + GAP + DAY + DASH + LAST_DAY;

    private static final String WEEKDAYS_OR_DIGITS = WEEKDAYS_START + " " + DIGITS;
    private static final String WEEKDAYS_OR_MONTHS = WEEKDAYS_START + " " + MONTHS_START;

    static final List<TimeRule> ALL = List.of(
            TimeRule.dated(
                    DIGITS,
                    START + "(?<year>[12]\\d{3})(?<mark>[-/])(?<m>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d|[-/.,]\\d)",
                    (match, anchor) -> day(match, Integer.parseInt(match.group("m")))),
            TimeRule.dated(
                    DIGITS,
                    START + "(?<a>\\d{1,2})(?<mark>[-/.])(?<b>\\d{1,2})\\k<mark>(?<year>[12]\\d{3})" + END,
                    (match, anchor) -> unambiguous(match)),
            TimeRule.dated(DIGITS, DAYS_MONTH + COMMA + YEAR, (match, anchor) -> days(match, year(match))),
            TimeRule.dated(MONTHS_START, MONTH_DAYS + COMMA + YEAR, (match, anchor) -> days(match, year(match))),
            TimeRule.dated(WEEKDAYS_OR_DIGITS, DAY_MONTH + COMMA + YEAR, (match, anchor) -> day(match, month(match))),
            TimeRule.dated(WEEKDAYS_OR_MONTHS, MONTH_DAY + COMMA + YEAR, (match, anchor) -> day(match, month(match))),
            TimeRule.yearless(
                    DIGITS, DAYS_MONTH + NO_YEAR, (match, anchor) -> placed(match, anchor, year -> days(match, year))),
            TimeRule.yearless(
                    MONTHS_START,
                    MONTH_DAYS + NO_YEAR,
                    (match, anchor) -> placed(match, anchor, year -> days(match, year))),
            TimeRule.yearless(
                    WEEKDAYS_OR_DIGITS,
                    DAY_MONTH + NO_YEAR,
                    (match, anchor) -> placed(match, anchor, year -> day(match, month(match), year))),
            TimeRule.yearless(
                    WEEKDAYS_OR_MONTHS,
                    MONTH_DAY + NO_YEAR,
                    (match, anchor) -> placed(match, anchor, year -> day(match, month(match), year))));

    private DayRules() {}

    private static int month(MatchResult match) {
        return TimeWords.month(match.group("month"));
    }

    private static int year(MatchResult match) {
        return Integer.parseInt(match.group("year"));
    }

    /** "5 may" and "5 march" in small letters are more often something else. */
    private static Optional<Period> placed(MatchResult match, Anchor anchor, IntFunction<Optional<Period>> inYear) {
        String month = match.group("month");
        boolean verb = month.equals("may") || month.equals("march") || month.equals("mar");
        return verb ? Optional.empty() : anchor.placed(inYear);
    }

    private static Optional<Period> day(MatchResult match, int month) {
        return day(match, month, year(match));
    }

    private static Optional<Period> day(MatchResult match, int month, int year) {
        return date(year, month, Integer.parseInt(match.group("day")))
                .filter(day -> agrees(match, day))
                .map(Period::day);
    }

    private static boolean agrees(MatchResult match, LocalDate day) {
        if (!match.namedGroups().containsKey("weekday")) {
            return true;
        }
        String weekday = match.group("weekday");
        return weekday == null
                || TimeWords.weekday(weekday) == day.getDayOfWeek().getValue();
    }

    private static Optional<Period> days(MatchResult match, int year) {
        Optional<LocalDate> first = date(year, month(match), Integer.parseInt(match.group("day")));
        Optional<LocalDate> last = date(year, month(match), Integer.parseInt(match.group("last")));
        return first.flatMap(from -> last.filter(to -> !to.isBefore(from)).map(to -> new Period(from, to)));
    }

    /** 05/03/2022 is March to some and May to others; 25/03/2022 and 03/03/2022 are one day to all. */
    private static Optional<Period> unambiguous(MatchResult match) {
        int a = Integer.parseInt(match.group("a"));
        int b = Integer.parseInt(match.group("b"));
        Optional<LocalDate> dayFirst = date(year(match), b, a);
        Optional<LocalDate> monthFirst = date(year(match), a, b);
        if (dayFirst.isPresent() && monthFirst.isPresent() && a != b) {
            return Optional.empty();
        }
        return dayFirst.or(() -> monthFirst).map(Period::day);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
