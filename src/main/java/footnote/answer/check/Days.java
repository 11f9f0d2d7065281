package footnote.answer.check;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds dates: 2021-12-30, 30 December 2021, Dec. 30, December 2021, 2021, the 1990s, Thursday. */
final class Days {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String MONTH =
            "(Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)";
    private static final String DAY = "([0-3]?\\d)(?:st|nd|rd|th)?";
    private static final String YEAR = "([12]\\d{3})";
    private static final Pattern DATE = Pattern.compile("(?<![\\p{L}\\p{N}.])(?:"
            + "(?<y1>[12]\\d{3})-(?<m1>[01]\\d)-(?<d1>[0-3]\\d)"
            + "|" + named("d2", DAY) + "(?: of)? " + named("m2", MONTH) + "(?:,? " + named("y2", YEAR) + ")?"
            + "|" + named("m3", MONTH) + " " + named("d3", DAY) + "(?!\\d)(?:,? " + named("y3", YEAR) + ")?"
            + "|" + named("m4", MONTH) + "(?:,? (?:of )?" + named("y4", YEAR) + ")?"
            + "|" + named("w5", "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
            + "|" + named("y6", YEAR)
            + "(?!\\d|[.,:]\\d| ?(?:GMT|UTC|hours|hrs|%|percent|million|billion|people|troops|men|km|miles|metres|meters))s?"
            + ")(?![\\p{L}\\p{N}])");

    private Days() {}

    private static String named(String name, String pattern) {
        return "(?<" + name + ">" + pattern + ")";
    }

    static List<Day> in(String text) {
        List<Day> days = new ArrayList<>();
        Matcher found = DATE.matcher(text);
        while (found.find()) {
            int month = month(found);
            int day = number(found, "d1", "d2", "d3");
            if (day <= 31 && month <= 12) {
                int year = number(found, "y1", "y2", "y3", "y4", "y6");
                days.add(new Day(year, month, day, weekday(found.group("w5")), found.start(), found.end()));
            }
        }
        return List.copyOf(days);
    }

    private static int number(Matcher found, String... groups) {
        for (String group : groups) {
            String digits = found.group(group);
            if (digits != null) {
                return Integer.parseInt(digits.replaceAll("\\D", ""));
            }
        }
        return 0;
    }

    private static int month(Matcher found) {
        if (found.group("m1") != null) {
            return Integer.parseInt(found.group("m1"));
        }
        for (String group : List.of("m2", "m3", "m4")) {
            if (found.group(group) != null) {
                return MONTHS.indexOf(opening(found.group(group))) + 1;
            }
        }
        return 0;
    }

    private static @Nullable DayOfWeek weekday(@Nullable String name) {
        return name == null ? null : DayOfWeek.of(WEEKDAYS.indexOf(opening(name)) + 1);
    }

    private static String opening(String name) {
        return name.substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
