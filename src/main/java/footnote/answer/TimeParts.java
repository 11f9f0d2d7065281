package footnote.answer;

import footnote.answer.TimeScanner.Found;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Narrows a month, a year or longer to the part that stands before it: "early", "mid", "late", "first half of". */
final class TimeParts {
    private static final Pattern PART =
            Pattern.compile("(?i)\\b(?:(?<part>early(?:\\sto\\s|-to-)mid|mid(?:\\sto\\s|-to-)late|early|mid|late)"
                    + "(?:-|\\s{1,3}(?:in\\s{1,3})?(?:the\\s{1,3})?)"
                    + "|(?<whole>beginning|start|middle|end|first half|second half|last half)\\s{1,3}of\\s{1,3}(?:the\\s{1,3})?"
                    + "(?:year\\s{1,3})?)$");

    private static final int LONGEST = 40;
    private static final int DAYS_OF_FEBRUARY = 28;

    private TimeParts() {}

    /**
     * @param floor where the expression before ends; its words are not read again
     */
    static Found narrowed(String text, Found found, int floor) {
        Period period = found.period();
        if (period.to().isBefore(period.from().plusDays(DAYS_OF_FEBRUARY - 1))) {
            return found;
        }
        int first = Math.max(floor, found.start() - LONGEST);
        Matcher part = PART.matcher(text.substring(first, found.start()));
        if (!part.find()) {
            return found;
        }
        String word = part.group("part") == null ? part.group("whole") : part.group("part");
        return new Found(
                first + part.start(), found.end(), part(period, word.toLowerCase(Locale.ROOT)), found.origin());
    }

    private static Period part(Period period, String part) {
        return switch (part) {
            case "early", "beginning", "start" -> period.third(0);
            case "mid", "middle" -> period.third(1);
            case "early to mid", "early-to-mid" -> period.third(0).hull(period.third(1));
            case "mid to late", "mid-to-late" -> period.third(1).hull(period.third(2));
            case "first half" -> period.half(0);
            case "second half", "last half" -> period.half(1);
            default -> period.third(2);
        };
    }
}
