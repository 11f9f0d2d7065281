package footnote.answer;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The unit of time that a question counts in: "how many minutes did it last?" is not answered by "three weeks". Units that
 * are near are let through, as "two weeks" does say how many days.
 */
final class AskedUnit {
    private static final List<String> UNITS = List.of("second", "minute", "hour", "day", "week", "month", "year");
    private static final String UNIT = "(second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?\\b";
    private static final Pattern ASKED = Pattern.compile("\\bhow many (?:\\w+ )?" + UNIT, Pattern.CASE_INSENSITIVE);
    /** A unit that is counted: "second" and "minute" are other words too. */
    private static final Pattern COUNTED = Pattern.compile(
            "(?:\\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\\w+teen|\\w+ty|few|several|hundred|thousand)|\\d)[ -]"
                    + UNIT,
            Pattern.CASE_INSENSITIVE);

    private static final int NONE = -1;
    private static final int NEAR = 1;

    private final int asked;

    AskedUnit(String question) {
        asked = unit(ASKED.matcher(question));
    }

    /** Whether the words count time in a unit that is far from the one asked for. */
    boolean isFarFrom(String words) {
        int counted = unit(COUNTED.matcher(words));
        return asked != NONE && counted != NONE && Math.abs(asked - counted) > NEAR;
    }

    private static int unit(Matcher found) {
        if (!found.find()) {
            return NONE;
        }
        int at = UNITS.indexOf(found.group(1).toLowerCase(Locale.ROOT));
        return at < 0 ? UNITS.indexOf("year") : at; // decades and centuries are told in years
    }
}
