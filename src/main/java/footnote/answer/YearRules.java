package footnote.answer;

import static footnote.answer.TimeWords.BEFORE_CHRIST;
import static footnote.answer.TimeWords.COUNTED;
import static footnote.answer.TimeWords.DIGITS;
import static footnote.answer.TimeWords.END;
import static footnote.answer.TimeWords.ORDINAL;
import static footnote.answer.TimeWords.ORDINALS_START;
import static footnote.answer.TimeWords.START;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;

/** How years, runs of years, decades and centuries are written. */
final class YearRules {
    private static final String YEAR = "(?<year>1\\d{3}|20\\d{2}|2100)" + END;
    private static final String RECENT_YEAR = "(?<year>1[5-9]\\d{2}|20\\d{2}|2100)" + END;

    /** Round numbers before a plural count: "in 2000 villages", but not "in 2000 was". */
    private static final String NO_COUNT = "(?!" + COUNTED + ")(?!(?<=00)[\\s\\u00a0](?-i:(?!was\\b|is\\b|has\\b|his\\b"
            + "|its\\b|this\\b|as\\b|does\\b|elections\\b|olympics\\b|games\\b|awards\\b|riots\\b|floods\\b)\\p{Ll}+s\\b))";

    private static final String NO_ERA = "(?!" + BEFORE_CHRIST + ")";

    /** A bare number is a year only after a word of time; anything else may be a model, a price or a crowd. */
    private static final String LEAD = "(?<=(?:\\b(?:in|since|before|after|until|till|by|during|of|from"
            + "|between|prior to|up to|throughout|circa|year|years|period|fiscal|early|mid|late|(?:earlier|later) than|as of)[\\s\\u00a0]"
            + "|\\b(?:mid|early|late)-|\\bca?\\.[\\s\\u00a0]?|[(\\[]|\\d{4}s?[\\s\\u00a0](?:to|and|or|through)[\\s\\u00a0]))"
            + "(?<!\\b(?:total|population|number|sum|height|length|average|maximum|minimum|elevation|altitude|weight|price"
            + "|cost|value|count|distance|depth|capacity|speed|score|majority|crowd|fleet|attendance)[\\s]of[\\s])"
            + "(?<!\\b(?:grow|grows|grew|grown|rise|rises|rose|risen|fall|falls|fell|fallen|increased?|decreased?"
            + "|drop|drops|dropped|up|down|won|lost|cut|reduced|raised)[\\s]by[\\s])";

    /** "The 2018 Winter Olympics", "its 2015 album". */
    private static final String OWNER = "(?<=(?:\\b(?:the|a|an|this|that|its|his|her|their|our|my|your|which|whose|at)"
            + "|['’]s|s['’])[\\s\\u00a0])";

    private static final String EVENT = "(?<=\\b(?:cup|olympics|paralympics|games|euro|expo|elections?|championships?"
            + "|eurovision|grammys|oscars|emmys|awards|season|bowl|final|finals|open|tour|masters|summit|census|budget|year"
            + "|act|FY)[\\s\\u00a0])";

    private static final String RANGE = "[\\s\\u00a0]?(?:-|–|—)[\\s\\u00a0]?";

    static final List<TimeRule> ALL = List.of(
            // A count of things between two numbers takes its words, so that no year is read out of them.
            TimeRule.dated(
                    DIGITS,
                    START + "[12]\\d{3}[\\s\\u00a0]?(?:-|–|to|and|or)[\\s\\u00a0]?\\d[\\d,.]{0,12}" + COUNTED,
                    (match, anchor) -> Optional.empty()),
            TimeRule.dated(
                    DIGITS,
                    START + "(?<year>[12]\\d{3})[-–/](?<two>\\d{2})(?![\\p{L}\\d])(?![-/.,:]\\d)" + NO_COUNT,
                    (match, anchor) -> shortRange(match)),
            TimeRule.dated(
                    DIGITS,
                    START + "(?<year>[12]\\d{3})" + RANGE + "(?<last>[12]\\d{3})" + END + NO_COUNT + NO_ERA,
                    (match, anchor) -> range(match)),
            TimeRule.dated(
                    DIGITS,
                    "(?<![\\p{L}\\d])(?:[1-9]\\d{0,3})[\\s\\u00a0]?" + BEFORE_CHRIST,
                    (match, anchor) -> Optional.empty()),
            TimeRule.dated(
                    "ad a " + DIGITS,
                    "(?<![\\p{L}\\d.,])(?:(?-i:AD|A\\.D\\.)[\\s\\u00a0]?(?<year>[1-9]\\d{0,3})" + END
                            + "|(?<other>[1-9]\\d{0,3})[\\s\\u00a0]?(?:(?-i:AD|CE)\\b|(?-i:A\\.D\\.|C\\.E\\.)))",
                    (match, anchor) -> ofTheEra(match)),
            TimeRule.dated(DIGITS, LEAD + YEAR + NO_COUNT + NO_ERA, (match, anchor) -> year(match)),
            TimeRule.dated(
                    DIGITS,
                    OWNER + RECENT_YEAR + "(?=['’]s[\\s]|[\\s\\u00a0]['\"“‘]?\\p{L})(?!" + COUNTED + ")" + NO_ERA,
                    (match, anchor) -> year(match)),
            TimeRule.dated(
                    DIGITS,
                    "(?<=,[\\s\\u00a0])" + RECENT_YEAR + "(?=[\\s]?(?:[,).;:?!]|$))",
                    (match, anchor) -> year(match)),
            TimeRule.dated(
                    DIGITS,
                    "(?<=\\bfor[\\s\\u00a0])(?!\\d{2}00)" + RECENT_YEAR + NO_COUNT,
                    (match, anchor) -> year(match)),
            TimeRule.dated(DIGITS, EVENT + RECENT_YEAR + NO_COUNT, (match, anchor) -> year(match)),
            TimeRule.dated(
                    DIGITS,
                    "(?<=\\A[\\s\\u00a0]{0,3})" + RECENT_YEAR + "(?=[:,]|[\\s\\u00a0](?-i:\\p{Lu}))",
                    (match, anchor) -> year(match)),
            TimeRule.dated(
                    DIGITS, START + "(?<decade>1\\d{2}|20\\d)0['’]?s(?![\\p{L}\\d])", (match, anchor) -> decade(match)),
            TimeRule.dated(
                    DIGITS,
                    "(?<=\\b(?:the|mid|early|late)[\\s-]['’]?)"
                            + "(?<!\\b(?:temperatures?|highs?|lows?|scores?)\\b[\\s\\p{L}]{0,20}[\\s]the[\\s])"
                            + "(?<decade>[3-9])0['’]?s(?![\\p{L}\\d])",
                    (match, anchor) -> decadeOf(190 + Integer.parseInt(match.group("decade")))),
            TimeRule.dated(
                    ORDINALS_START,
                    "(?<=\\bturn of the[\\s\\u00a0])" + ORDINAL + "[\\s-]century\\b",
                    (match, anchor) -> Optional.empty()),
            TimeRule.dated(
                    DIGITS,
                    START + "(?<ordinal>\\d{1,2}(?:st|nd|rd|th))(?:[\\s-]century)?[\\s](?:and|or|to)[\\s](?:the[\\s])?"
                            + "(?<last>\\d{1,2}(?:st|nd|rd|th))[\\s-]centur(?:y|ies)\\b" + NO_ERA,
                    (match, anchor) -> century(match.group("ordinal"))
                            .flatMap(first -> century(match.group("last")).map(first::hull))),
            TimeRule.dated(
                    ORDINALS_START,
                    START + ORDINAL + "[\\s-]century\\b" + NO_ERA,
                    (match, anchor) -> century(match.group("ordinal"))));

    private YearRules() {}

    private static Optional<Period> year(MatchResult match) {
        return Optional.of(Period.year(Integer.parseInt(match.group("year"))));
    }

    private static Optional<Period> ofTheEra(MatchResult match) {
        String year = match.group("year") == null ? match.group("other") : match.group("year");
        return Optional.of(Period.year(Integer.parseInt(year)));
    }

    private static Optional<Period> range(MatchResult match) {
        int first = Integer.parseInt(match.group("year"));
        int last = Integer.parseInt(match.group("last"));
        return first < last && last <= 2100 ? Optional.of(Period.years(first, last)) : Optional.empty();
    }

    /** 2003-04 is a season or a month of the first of its years: both lie in the two years. 2022-03 is a month. */
    private static Optional<Period> shortRange(MatchResult match) {
        int first = Integer.parseInt(match.group("year"));
        int two = Integer.parseInt(match.group("two"));
        int last = first / 100 * 100 + two + (two == 0 && first % 100 == 99 ? 100 : 0);
        if (last > first) {
            return Optional.of(Period.years(first, last));
        }
        boolean month = two >= 1 && two <= 12;
        return month ? Optional.of(Period.month(YearMonth.of(first, two))) : Optional.empty();
    }

    /** "The 1600s" may be ten years or a hundred: the hundred holds both, but "the 2000s" are not yet over. */
    private static Optional<Period> decade(MatchResult match) {
        int decade = Integer.parseInt(match.group("decade"));
        return decade % 10 == 0 && decade < 200
                ? Optional.of(Period.years(decade * 10, decade * 10 + 99))
                : decadeOf(decade);
    }

    private static Optional<Period> decadeOf(int decade) {
        return Optional.of(Period.years(decade * 10, decade * 10 + 9));
    }

    private static Optional<Period> century(String ordinal) {
        int century = TimeWords.ordinal(ordinal);
        return century < 1 || century > 21
                ? Optional.empty()
                : Optional.of(Period.years(century * 100 - 99, century * 100));
    }
}
