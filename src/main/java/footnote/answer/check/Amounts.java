package footnote.answer.check;

import footnote.answer.check.Amount.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers in digits: 100,000 and 100 000, 1.5 million, 5%, $3bn, 20:30 and 8.30 pm. */
final class Amounts {
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,:])(?:(\\d{1,2})[:.]([0-5]\\d)|(\\d{2})([0-5]\\d)(?= ?(?:GMT|UTC|hours|hrs|h\\b|CET|EST|local))|(\\d{1,2})(?= ?[ap]\\.?m\\b))"
                    + "(?: ?([ap])\\.?m\\b\\.?)?(?![\\p{N}%])(?! ?(?:million|billion|thousand|percent|per cent|bn\\b|m\\b|km|kg))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![\\p{L}\\p{N}.,])(US\\$|[$€£¥])? ?(\\d{1,3}(?:[,\\u00a0\\u202f ’']\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?"
                    + "(?:[ -]?(%|percent\\b|per cent\\b|thousand\\b|million\\b|billion\\b|trillion\\b|dozen\\b|bn\\b|mn\\b|m\\b|k\\b|st\\b|nd\\b|rd\\b|th\\b))?"
                    + "(?: (dollars?|euros?|pounds?|yen|rubles?|roubles?)\\b)?(?!\\p{L})",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, BigDecimal> SCALES = Map.of(
            "thousand", new BigDecimal("1000"),
            "k", new BigDecimal("1000"),
            "million", new BigDecimal("1000000"),
            "m", new BigDecimal("1000000"),
            "mn", new BigDecimal("1000000"),
            "billion", new BigDecimal("1000000000"),
            "bn", new BigDecimal("1000000000"),
            "trillion", new BigDecimal("1000000000000"),
            "dozen", new BigDecimal("12"));
    private static final Set<String> SHARES = Set.of("%", "percent", "per cent");
    private static final Pattern ROUNDED =
            Pattern.compile("(?i)\\b(?:about|around|roughly|nearly|almost|approximately|some|close to) $");

    private Amounts() {}

    /** The numbers outside the spans that are taken, for instance by dates; in their order. */
    static List<Amount> in(String text, List<int[]> taken) {
        List<int[]> covered = new ArrayList<>(taken);
        List<Amount> amounts = new ArrayList<>();
        Matcher clock = CLOCK.matcher(text);
        while (clock.find()) {
            if (isFree(clock, covered) && isClock(clock)) {
                amounts.add(new Amount(minutes(clock), Unit.CLOCK, false, clock.start(), clock.end()));
                covered.add(new int[] {clock.start(), clock.end()});
            }
        }
        Matcher digits = DIGITS.matcher(text);
        while (digits.find()) {
            if (isFree(digits, covered)) {
                amounts.add(amount(digits, text));
                covered.add(new int[] {digits.start(), digits.end()});
            }
        }
        amounts.addAll(SpelledAmounts.in(text, covered));
        amounts.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return List.copyOf(amounts);
    }

    static boolean isFree(Matcher found, List<int[]> covered) {
        return covered.stream().noneMatch(span -> span[0] < found.end() && found.start() < span[1]);
    }

    static boolean isRounded(String text, int start) {
        return ROUNDED.matcher(text.substring(Math.max(0, start - 16), start)).find();
    }

    /** "3.45" alone is a number; "3:45", "2030 GMT" and "3.45 pm" are times. */
    private static boolean isClock(Matcher clock) {
        boolean dotted =
                clock.group(1) != null && clock.group().charAt(clock.group(1).length()) == '.';
        boolean sensible = hour(clock) < 25;
        return sensible && (!dotted || clock.group(6) != null);
    }

    private static int hour(Matcher clock) {
        for (int group : new int[] {1, 3, 5}) {
            if (clock.group(group) != null) {
                return Integer.parseInt(clock.group(group));
            }
        }
        return 0;
    }

    private static BigDecimal minutes(Matcher clock) {
        String past = clock.group(2) != null ? clock.group(2) : clock.group(4);
        String half = clock.group(6);
        int hour = hour(clock);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        return BigDecimal.valueOf(hour * 60L + (past == null ? 0 : Integer.parseInt(past)));
    }

    private static Amount amount(Matcher digits, String text) {
        String whole = digits.group(2).replaceAll("[^0-9]", "");
        BigDecimal value = new BigDecimal(whole + (digits.group(3) == null ? "" : digits.group(3)));
        String behind = digits.group(4) == null ? "" : digits.group(4).toLowerCase(Locale.ROOT);
        BigDecimal scaled = value.multiply(SCALES.getOrDefault(behind, BigDecimal.ONE));
        boolean money = digits.group(1) != null || digits.group(5) != null;
        Unit unit = money ? Unit.MONEY : SHARES.contains(behind) ? Unit.PERCENT : Unit.PLAIN;
        return new Amount(scaled, unit, isRounded(text, digits.start()), digits.start(), digits.end());
    }
}
