package footnote.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One way to write a time.
 *
 * <p>A match that means no days, such as 31 February, still takes its words, so that no shorter rule reads "February" or
 * "2020" out of them.
 *
 * @param origin what the days are counted from
 * @param heads how the first word of a match starts: up to three small letters, or {@link #DIGIT}; the pattern is tried at
 *     such words only, which keeps reading fast
 * @param pattern how the time is written; takes bounded time at each word
 * @param meaning the days that a match means; empty if there are no such days or more than one reading
 */
record TimeRule(Origin origin, List<String> heads, Pattern pattern, Meaning meaning) {
    /** The head of every number. */
    static final String DIGIT = "0";

    /** What the days of an expression are counted from. */
    enum Origin {
        /** Nothing: the words name the year. */
        DATED,
        /** The words name a day or a month, and the year follows from the day they were written on. */
        YEARLESS,
        /** The day they were written on: "last week". */
        COUNTED
    }

    /** From a match to its days. */
    @FunctionalInterface
    interface Meaning {
        Optional<Period> of(MatchResult match, Anchor anchor);
    }

    static TimeRule dated(String heads, String regex, Meaning meaning) {
        return rule(Origin.DATED, heads, regex, meaning);
    }

    static TimeRule yearless(String heads, String regex, Meaning meaning) {
        return rule(Origin.YEARLESS, heads, regex, meaning);
    }

    static TimeRule counted(String heads, String regex, Meaning meaning) {
        return rule(Origin.COUNTED, heads, regex, meaning);
    }

    private static TimeRule rule(Origin origin, String heads, String regex, Meaning meaning) {
        return new TimeRule(
                origin, List.of(heads.split(" ")), Pattern.compile(regex, Pattern.CASE_INSENSITIVE), meaning);
    }
}
