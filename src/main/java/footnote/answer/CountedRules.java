package footnote.answer;

import static footnote.answer.TimeWords.GAP;
import static footnote.answer.TimeWords.NUMBER;
import static footnote.answer.TimeWords.NUMBERS_START;
import static footnote.answer.TimeWords.START;
import static footnote.answer.TimeWords.STEPS_START;
import static footnote.answer.TimeWords.TODAY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/** How times are written that are counted from today: "last week", "two months ago". */
final class CountedRules {
    private static final String UNIT = "(?<unit>week|weekend|month|quarter|year|decade|century)";
    private static final String UNITS = "(?<unit>day|week|month|year|decade)s?\\b";

    /** "The last year of his life" is counted from something else. */
    private static final String NOT_OF = "\\b(?!" + GAP + "of\\b)";

    private static final String NOT_OWNED = "(?<!\\b(?:his|her|its|their|my|our|your)[\\s])(?<!['’]s[\\s])";

    static final List<TimeRule> ALL = List.of(
            TimeRule.counted(
                    "day",
                    START + "day" + GAP + "before" + GAP + "yesterday\\b",
                    (match, anchor) -> day(anchor.day().minusDays(2))),
            TimeRule.counted(
                    "yes las",
                    START + "(?:yesterday|last" + GAP + "night)\\b",
                    (match, anchor) -> day(anchor.day().minusDays(1))),
            TimeRule.counted(
                    "tod ton thi",
                    START + "(?:" + TODAY + "|tonight|this" + GAP + "(?:morning|afternoon|evening|day))\\b",
                    (match, anchor) -> day(anchor.day())),
            TimeRule.counted(
                    "tom",
                    START + "tomorrow\\b",
                    (match, anchor) -> day(anchor.day().plusDays(1))),
            TimeRule.counted(
                    "ear lat",
                    START + "(?<part>earlier|later)" + GAP + "(?:this" + GAP + "(?<unit>week|month|year)|today)\\b",
                    (match, anchor) -> cut(match, anchor.day())),
            TimeRule.counted(
                    STEPS_START,
                    START + "(?:(?<=\\bthe[\\s\\u00a0])last|past)" + GAP + "(?<unit>day|week|month|year|decade)"
                            + NOT_OF,
                    (match, anchor) -> rolling(anchor.day(), 1, match.group("unit"))),
            TimeRule.counted(
                    STEPS_START,
                    START + NOT_OWNED + "(?<step>this|current|last|previous|next)" + GAP + UNIT + NOT_OF,
                    (match, anchor) -> stepped(match, anchor.day())),
            TimeRule.counted(
                    STEPS_START,
                    START + "(?:last|past|previous)" + GAP + NUMBER + GAP + UNITS + NOT_OF,
                    (match, anchor) -> rolling(anchor.day(), number(match), match.group("unit"))),
            TimeRule.counted(
                    NUMBERS_START,
                    START + NUMBER + GAP + UNITS + GAP + "ago\\b",
                    (match, anchor) -> ago(anchor.day(), number(match), match.group("unit"))),
            TimeRule.counted(
                    "sta beg",
                    START + "(?:start|beginning)" + GAP + "of" + GAP + "(?:the|this)" + GAP
                            + "(?<unit>week|month|year)\\b",
                    (match, anchor) -> day(
                            Period.calendar(anchor.day(), match.group("unit")).from())));

    private CountedRules() {}

    private static int number(MatchResult match) {
        return TimeWords.number(match.group("number"));
    }

    private static Optional<Period> day(LocalDate day) {
        return Optional.of(Period.day(day));
    }

    private static Optional<Period> cut(MatchResult match, LocalDate today) {
        String unit = match.group("unit");
        if (unit == null) {
            return day(today);
        }
        Period whole = Period.calendar(today, unit);
        boolean earlier = match.group("part").equalsIgnoreCase("earlier");
        return Optional.of(earlier ? new Period(whole.from(), today) : new Period(today, whole.to()));
    }

    private static Optional<Period> stepped(MatchResult match, LocalDate today) {
        String unit = match.group("unit").toLowerCase(Locale.ROOT);
        return switch (match.group("step").toLowerCase(Locale.ROOT)) {
            case "this", "current" -> Optional.of(current(today, unit));
            case "next" ->
                Optional.of(Period.calendar(Period.calendar(today, unit).to().plusDays(1), unit));
            default -> Optional.of(last(today, unit));
        };
    }

    /** On a Monday, "this week" tells of the days just gone, so the seven days up to today belong to it. */
    private static Period current(LocalDate today, String unit) {
        Period whole = Period.calendar(today, unit);
        return unit.equals("week") ? whole.hull(Period.day(today.minusDays(6))) : whole;
    }

    /** "The last decade" is the ten years before this one to some, and the ten years up to today to others: both. */
    private static Period last(LocalDate today, String unit) {
        if (unit.equals("weekend")) {
            LocalDate sunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
            return new Period(sunday.minusDays(1), sunday);
        }
        Period before = Period.calendar(Period.calendar(today, unit).from().minusDays(1), unit);
        return unit.equals("decade") ? new Period(before.from(), today) : before;
    }

    private static Optional<Period> rolling(LocalDate today, int number, String unit) {
        Period period = new Period(back(today, number, unit), today);
        return Optional.of(
                unit.equalsIgnoreCase("decade") && number == 1 ? period.hull(last(today, "decade")) : period);
    }

    /** A count of weeks or longer is rarely exact: the whole week, month or year. */
    private static Optional<Period> ago(LocalDate today, int number, String unit) {
        LocalDate day = back(today, number, unit);
        return Optional.of(unit.equalsIgnoreCase("decade") ? Period.year(day.getYear()) : Period.calendar(day, unit));
    }

    private static LocalDate back(LocalDate today, int number, String unit) {
        ChronoUnit chrono = ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT) + "S");
        return today.minus(number, chrono);
    }
}
