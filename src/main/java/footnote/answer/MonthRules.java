package footnote.answer;

import static footnote.answer.TimeWords.BEFORE_CHRIST;
import static footnote.answer.TimeWords.COMMA;
import static footnote.answer.TimeWords.COUNTED;
import static footnote.answer.TimeWords.DIGITS;
import static footnote.answer.TimeWords.END;
import static footnote.answer.TimeWords.GAP;
import static footnote.answer.TimeWords.MONTH;
import static footnote.answer.TimeWords.MONTHS_START;
import static footnote.answer.TimeWords.ORDINAL;
import static footnote.answer.TimeWords.ORDINALS_START;
import static footnote.answer.TimeWords.SEASON;
import static footnote.answer.TimeWords.START;
import static footnote.answer.TimeWords.STEPS_START;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** How months, quarters and seasons are written. */
final class MonthRules {
    private static final String YEAR = "(?<year>[12]\\d{3})" + END + "(?!" + COUNTED + ")(?!" + BEFORE_CHRIST + ")";
    private static final String OF = "(?:" + COMMA + "(?:of" + GAP + "(?:the" + GAP + "year" + GAP + ")?)?)";

    /** Only after these is a month without a year a month, and not a name or a verb. */
    private static final String LEAD =
            "(?<=\\b(?:in|since|before|after|until|till|by|during|from|of|early|mid|late|through"
                    + "|throughout|between|starting|beginning)[\\s\\u00a0-]"
                    + "|(?:\\d|\\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
                    + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?)[\\s\\u00a0](?:to|and)[\\s\\u00a0])";

    /** Only after these are "may" and "march" in small letters months, and not verbs. */
    private static final String SURE_LEAD = "(?<=\\b(?:in|since|during)[\\s\\u00a0])";

    private static final String NO_MORE = "(?![-\\d])(?![\\s\\u00a0]\\d)";

    /** April, May, June, Jan and August are first names: "in June Carter's song". */
    private static final String NO_NAME = "(?![\\s\\u00a0](?-i:\\p{Lu}\\p{Ll}))(?!['’]s\\b)";

    private static final String MONTHS = START + MONTH.replace("<month>", "<first>")
            + "[\\s\\u00a0]?(?:-|–|—|to|and|through|until)[\\s\\u00a0]?" + MONTH;

    static final List<TimeRule> ALL = List.of(
            TimeRule.dated(MONTHS_START, MONTHS + OF + YEAR, (match, anchor) -> months(match, year(match))),
            TimeRule.dated(MONTHS_START, START + MONTH + OF + YEAR, (match, anchor) -> month(match, year(match))),
            TimeRule.dated(
                    DIGITS,
                    START + "(?<m>0[1-9]|1[0-2])/(?<year>(?:19|20)\\d{2})" + END,
                    (match, anchor) ->
                            Optional.of(Period.month(YearMonth.of(year(match), Integer.parseInt(match.group("m")))))),
            TimeRule.counted(
                    MONTHS_START,
                    START + MONTH + GAP + "(?:of" + GAP + ")?(?<step>last|this|next)" + GAP + "year\\b",
                    (match, anchor) -> month(match, anchor.day().getYear() + step(match))),
            TimeRule.counted(
                    STEPS_START,
                    START + "(?<step>last|this|past|next)" + GAP + "(?!(?-i:may|march|mar)\\b)" + MONTH + NO_MORE
                            + NO_NAME,
                    (match, anchor) -> steppedMonth(match, anchor)),
            TimeRule.yearless(
                    MONTHS_START,
                    LEAD + "(?!(?-i:may|march|mar)\\b)" + MONTH + NO_MORE + NO_NAME,
                    (match, anchor) -> anchor.placed(year -> month(match, year))),
            TimeRule.yearless(
                    MONTHS_START,
                    SURE_LEAD + MONTH + NO_MORE + NO_NAME,
                    (match, anchor) -> anchor.placed(year -> month(match, year))),
            TimeRule.yearless(
                    "jan feb jul sep oct nov dec",
                    START + "(?<month>january|february|july|september|october|november|december)(?=['’]s\\b)",
                    (match, anchor) -> anchor.placed(year -> month(match, year))),
            TimeRule.dated(
                    "q",
                    START + "q(?<quarter>[1-4])" + OF + YEAR,
                    (match, anchor) -> quarter(year(match), Integer.parseInt(match.group("quarter")))),
            TimeRule.dated(
                    DIGITS,
                    START + "(?<year>[12]\\d{3})[\\s-]?q(?<quarter>[1-4])\\b",
                    (match, anchor) -> quarter(year(match), Integer.parseInt(match.group("quarter")))),
            TimeRule.dated(
                    ORDINALS_START,
                    START + ORDINAL + "[\\s-]quarter" + OF + YEAR,
                    (match, anchor) -> quarter(year(match), TimeWords.ordinal(match.group("ordinal")))),
            TimeRule.yearless(
                    "q",
                    START + "(?-i:Q)(?<quarter>[1-4])" + END,
                    (match, anchor) -> anchor.placed(year -> quarter(year, Integer.parseInt(match.group("quarter"))))),
            TimeRule.dated(
                    "win",
                    START + "winter" + OF + "(?<year>[12]\\d{3})[-/–](?<two>\\d{2}|[12]\\d{3})" + END,
                    (match, anchor) -> winter(match)),
            TimeRule.dated(
                    "spr sum aut fal win", START + SEASON + OF + YEAR, (match, anchor) -> season(match, year(match))),
            TimeRule.dated(
                    DIGITS,
                    START + "(?<year>[12]\\d{3})" + GAP + "(?-i:" + SEASON + ")(?!" + GAP + "(?:games|olympics))",
                    (match, anchor) -> season(match, year(match))),
            TimeRule.counted(
                    STEPS_START,
                    START + "(?<step>last|this|past|next)" + GAP + SEASON + "(?!" + GAP + "(?:of|in)\\b)",
                    (match, anchor) -> steppedSeason(match, anchor)));

    private MonthRules() {}

    private static int year(MatchResult match) {
        return Integer.parseInt(match.group("year"));
    }

    private static int step(MatchResult match) {
        return switch (match.group("step").charAt(0)) {
            case 'l', 'L', 'p', 'P' -> -1;
            case 'n', 'N' -> 1;
            default -> 0;
        };
    }

    private static Optional<Period> month(MatchResult match, int year) {
        return Optional.of(Period.month(YearMonth.of(year, TimeWords.month(match.group("month")))));
    }

    /** "November to February 2021" starts in the year before. */
    private static Optional<Period> months(MatchResult match, int year) {
        YearMonth last = YearMonth.of(year, TimeWords.month(match.group("month")));
        YearMonth first = last.withMonth(TimeWords.month(match.group("first")));
        return Optional.of(Period.months(first.isAfter(last) ? first.minusYears(1) : first, last));
    }

    private static Optional<Period> steppedMonth(MatchResult match, Anchor anchor) {
        YearMonth now = YearMonth.from(anchor.day());
        YearMonth month = now.withMonth(TimeWords.month(match.group("month")));
        int step = step(match);
        if (step < 0 && !month.isBefore(now)) {
            month = month.minusYears(1);
        } else if (step > 0 && !month.isAfter(now)) {
            month = month.plusYears(1);
        }
        return Optional.of(Period.month(month));
    }

    private static Optional<Period> quarter(int year, int quarter) {
        if (quarter < 1 || quarter > 4) {
            return Optional.empty();
        }
        return Optional.of(Period.months(YearMonth.of(year, 3 * quarter - 2), YearMonth.of(year, 3 * quarter)));
    }

    /** A winter has two years: without saying which one is meant, both winters that touch the year. */
    private static Optional<Period> season(MatchResult match, int year) {
        int month = TimeWords.firstMonth(match.group("season"));
        if (month == 12) {
            return Optional.of(Period.months(YearMonth.of(year - 1, 12), YearMonth.of(year + 1, 2)));
        }
        return Optional.of(Period.months(YearMonth.of(year, month), YearMonth.of(year, month + 2)));
    }

    /** In June, "last spring" is the one just gone to some and the one of last year to others: both. */
    private static Optional<Period> steppedSeason(MatchResult match, Anchor anchor) {
        if (match.group("season").equalsIgnoreCase("winter")) {
            int coming = anchor.day().getYear() - (anchor.day().getMonthValue() <= 2 ? 1 : 0);
            return Optional.of(winter(coming + step(match)));
        }
        int year = anchor.day().getYear();
        Optional<Period> stepped = season(match, year + step(match));
        if (step(match) >= 0) {
            return stepped;
        }
        Optional<Period> gone = season(match, year).filter(period -> period.to().isBefore(anchor.day()));
        return stepped.map(period -> gone.map(period::hull).orElse(period));
    }

    private static Optional<Period> winter(MatchResult match) {
        int year = year(match);
        int next = Integer.parseInt(match.group("two")) % 100;
        return next == (year + 1) % 100 ? Optional.of(winter(year)) : Optional.empty();
    }

    private static Period winter(int year) {
        return Period.months(YearMonth.of(year, 12), YearMonth.of(year + 1, 2));
    }
}
