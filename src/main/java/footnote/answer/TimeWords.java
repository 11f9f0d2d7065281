package footnote.answer;

import java.util.List;
import java.util.Locale;

/** The English words that time is written with, as pieces of regular expressions, and what they stand for. */
final class TimeWords {
    /** How numbers and the names of months, weekdays and ordinals start, for {@link TimeRule#heads}. */
    static final String DIGITS = TimeRule.DIGIT;

    static final String MONTHS_START = "jan feb mar apr may jun jul aug sep oct nov dec";
    static final String WEEKDAYS_START = "mon tue wed thu fri sat sun";
    static final String ORDINALS_START = DIGITS + " fir sec thi fou fif six sev eig nin ten ele twe";
    static final String NUMBERS_START = DIGITS + " a an one two thr fou fiv six sev eig nin ten ele twe fif thi";
    static final String STEPS_START = "las thi pas nex cur pre";

    /** Between two words of an expression; bounded, so that a page of blanks costs nothing. */
    static final String GAP = "[\\s\\u00a0\\u202f]{1,3}";

    /** A comma or a blank between two parts of a date, also in text that sets a comma apart. */
    static final String COMMA = "(?:[\\s\\u00a0]?,[\\s\\u00a0]{0,2}|" + GAP + ")";

    /** Nothing of a word, a number or a price stands directly before. */
    static final String START = "\\b(?:(?<![\\p{L}\\d$€£¥#_/:\\\\.-])(?<!\\d,)|(?<=\\b(?:mid|early|late)-))";

    /** Nothing of a word or a number follows directly. */
    static final String END = "(?![\\p{L}\\d_])(?![.,:/-]\\d)";

    static final String MONTH = "(?<month>jan(?:uary\\b|\\.|\\b)|feb(?:ruary\\b|\\.|\\b)|mar(?:ch\\b|\\.|\\b(?!-))"
            + "|apr(?:il\\b|\\.|\\b)|may\\b|june?\\b|jun\\.|july?\\b|jul\\.|aug(?:ust\\b|\\.|\\b)"
            + "|sept?(?:ember\\b|\\.|\\b)|oct(?:ober\\b|\\.|\\b)|nov(?:ember\\b|\\.|\\b)|dec(?:ember\\b|\\.|\\b))";

    static final String WEEKDAY = "(?<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?![\\p{L}\\d])";

    static final String SEASON = "(?<season>spring|summer|autumn|fall|winter)\\b";

    static final String NUMBER = "(?<number>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
            + "|twelve|fifteen|twenty|thirty)";

    static final String ORDINAL = "(?<ordinal>\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh"
            + "|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
            + "|nineteenth|twentieth|twenty-first)";

    /** A number before these counts something; "2000 people" is no year. */
    static final String COUNTED = "(?:[\\s\\u00a0-]{1,2}(?:people|persons?|men|women|child(?:ren)?|boys|girls|students?"
            + "|pupils|soldiers?|troops|workers?|employees|jobs|members?|passengers?|patients|victims|residents|seats?"
            + "|votes?|deaths?|cases?|homes|houses|buildings|cars|vehicles|ships|planes|aircraft|tanks|guests|fans|words?"
            + "|pages?|copies|items|pieces|times|points?|goals|runs|units?|miles?|kilomet(?:er|re)s?|met(?:er|re)s?"
            + "|centimet(?:er|re)s?|millimet(?:er|re)s?|inch(?:es)?|feet|foot|ft|m|yards?|acres?|hectares?|km|cm|mm|mi|kg"
            + "|mg|lbs?|pounds?|ounces?|grams?|tons?|tonnes?|lit(?:er|re)s?|gallons?|barrels?|watts?|kw|mw|hp|horsepower"
            + "|rpm|mph|cc|volts?|hz|mhz|ghz|mah|pixels?|calories|degrees?|percent|per|dollars?|euros?|cents|rupees|yen"
            + "|yuan|million|billion|trillion|thousand|hundred|dozen|years?|months?|weeks?|days?|hours?|hrs|minutes?"
            + "|seconds?|gmt|utc|est|edt|pst|pdt|cet|bst|local|or so)\\b|\\s?%)";

    /** Not "USA Today". */
    static final String TODAY = "(?:(?-i:today)|(?<!(?-i:\\b\\p{Lu}\\p{L}{0,15})[\\s\\u00a0])today)\\b";

    /** Years before the common era are left alone. */
    static final String BEFORE_CHRIST = "[\\s\\u00a0]{0,2}(?:bce?\\b|b\\.\\s?c\\b)";

    private static final List<String> MONTHS = List.of(MONTHS_START.split(" "));
    private static final List<String> WEEKDAYS = List.of(WEEKDAYS_START.split(" "));
    private static final List<String> SEASONS = List.of("winter", "spring", "summer", "autumn");
    private static final List<String> NUMBERS = List.of(
            "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> ORDINALS = List.of(
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first");

    private TimeWords() {}

    /** 1 for January. */
    static int month(String word) {
        return MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    /** 1 for Monday. */
    static int weekday(String word) {
        return WEEKDAYS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    /** The first month of a season of the northern half of the Earth, by the weather: 12 for winter. */
    static int firstMonth(String season) {
        String word = season.toLowerCase(Locale.ROOT);
        int index = word.equals("fall") ? 3 : SEASONS.indexOf(word);
        return index == 0 ? 12 : index * 3;
    }

    static int number(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (Character.isDigit(lower.charAt(0))) {
            return Integer.parseInt(lower);
        }
        return switch (lower) {
            case "an" -> 1;
            case "fifteen" -> 15;
            case "twenty" -> 20;
            case "thirty" -> 30;
            default -> Math.max(1, NUMBERS.indexOf(lower));
        };
    }

    static int ordinal(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Character.isDigit(lower.charAt(0))
                ? Integer.parseInt(lower.substring(0, lower.length() - 2))
                : ORDINALS.indexOf(lower);
    }
}
