package footnote.answer.check;

import footnote.answer.check.Amount.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers in words: one hundred thousand, twenty-five, a dozen, third, twice, half a million. */
final class SpelledAmounts {
    private static final Map<String, Long> SMALL = new HashMap<>();
    private static final Map<String, Long> SCALE = Map.of(
            "hundred",
            100L,
            "thousand",
            1_000L,
            "million",
            1_000_000L,
            "billion",
            1_000_000_000L,
            "trillion",
            1_000_000_000_000L,
            "dozen",
            12L);
    private static final Pattern NUMBER;

    static {
        String[] ones = ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
                        + " sixteen seventeen eighteen nineteen")
                .split(" ", -1);
        String[] places = ("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
                        + " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
                .split(" ", -1);
        String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
        for (int at = 0; at < ones.length; at++) {
            SMALL.put(ones[at], (long) at);
            SMALL.put(places[at], (long) at);
        }
        for (int at = 0; at < tens.length; at++) {
            SMALL.put(tens[at], (at + 2) * 10L);
            SMALL.put(tens[at].replaceFirst("y$", "ieth"), (at + 2) * 10L);
        }
        SMALL.put("once", 1L);
        SMALL.put("twice", 2L);
        String word = "(?:" + String.join("|", SMALL.keySet().stream().sorted().toList()) + "|"
                + String.join("|", SCALE.keySet().stream().sorted().toList()) + ")";
        NUMBER = Pattern.compile(
                "\\b(?:(half )?an? (?=hundred|thousand|million|billion|trillion|dozen))?" + word + "(?:(?:[ -]| and )"
                        + word + ")*\\b(?:( percent| per cent)| (?:dollars|euros|pounds)\\b)?",
                Pattern.CASE_INSENSITIVE);
    }

    private SpelledAmounts() {}

    static boolean isNumber(String word) {
        return SMALL.containsKey(word) || SCALE.containsKey(word);
    }

    static List<Amount> in(String text, List<int[]> taken) {
        List<Amount> amounts = new ArrayList<>();
        Matcher found = NUMBER.matcher(text);
        while (found.find()) {
            boolean bare =
                    found.group().equalsIgnoreCase("one") || found.group().equalsIgnoreCase("once");
            if (!bare && Amounts.isFree(found, taken)) {
                amounts.add(amount(found, text));
            }
        }
        return amounts;
    }

    private static Amount amount(Matcher found, String text) {
        Unit unit = found.group(2) == null ? Unit.PLAIN : Unit.PERCENT;
        BigDecimal value = BigDecimal.valueOf(value(found.group().toLowerCase(Locale.ROOT)));
        BigDecimal halved = found.group(1) == null ? value : value.divide(BigDecimal.TWO);
        return new Amount(halved, unit, Amounts.isRounded(text, found.start()), found.start(), found.end());
    }

    private static long value(String words) {
        long total = 0;
        long group = 0;
        for (String word : words.split("[ -]+", -1)) {
            Long small = SMALL.get(word);
            Long scale = SCALE.get(word);
            if (small != null) {
                group += small;
            } else if (scale != null && scale <= 100) {
                group = Math.max(1, group) * scale;
            } else if (scale != null) {
                total += Math.max(1, group) * scale;
                group = 0;
            }
        }
        return total + group;
    }
}
