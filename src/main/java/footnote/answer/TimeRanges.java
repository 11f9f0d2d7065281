package footnote.answer;

import footnote.answer.TimeScanner.Found;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Joins two ends to one range: "between March and June 2021", "from 1999 to the present". */
final class TimeRanges {
    private static final Pattern TO = Pattern.compile(
            "(?i)[\\s\\u00a0]{0,2}(?:-|–|—|to|until|till|through|thru|up to)[\\s\\u00a0]{0,2}(?:(?:the|in|on|of)\\s)?(?:end of\\s)?");
    private static final Pattern AND =
            Pattern.compile("(?i)[\\s\\u00a0]{0,2}(?:,\\s?)?and\\s{1,2}(?:(?:the|in|on)\\s)?");
    private static final Pattern BETWEEN =
            Pattern.compile("(?i)\\bbetween\\s{1,2}(?:the\\s)?(?:(?:years|months|end of|start of)\\s)?(?:of\\s)?$");
    private static final Pattern TO_NOW =
            Pattern.compile("(?i)\\s{0,2}(?:-|–|—|to|until|till|through|up to)\\s{0,2}(?:the\\s)?"
                    + "(?:present(?:\\sday)?|now|today|date|this day)\\b");
    private static final int LONGEST_GAP = 20;

    private TimeRanges() {}

    static List<Found> joined(String text, List<Found> all, @Nullable LocalDate day) {
        List<Found> joined = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            Found first = all.get(at);
            if (at + 1 < all.size() && isRange(text, first, all.get(at + 1))) {
                join(text, first, all.get(++at)).ifPresent(joined::add);
            } else {
                joined.add(day == null ? first : toNow(text, first, day));
            }
        }
        return joined;
    }

    private static boolean isRange(String text, Found first, Found last) {
        if (last.start() - first.end() > LONGEST_GAP) {
            return false;
        }
        String gap = text.substring(first.end(), last.start());
        return TO.matcher(gap).matches() || (AND.matcher(gap).matches() && isAfterBetween(text, first));
    }

    private static boolean isAfterBetween(String text, Found first) {
        return BETWEEN.matcher(text.substring(Math.max(0, first.start() - LONGEST_GAP), first.start()))
                .find();
    }

    /** The first end takes its year from the last: "March" of "March to June 2021". Ends the wrong way round mean nothing. */
    private static Optional<Found> join(String text, Found first, Found last) {
        Period from = first.period();
        if (first.origin() == TimeRule.Origin.YEARLESS && last.origin() != TimeRule.Origin.COUNTED) {
            int year = last.period().from().getYear();
            from = from.startingIn(year)
                    .filter(period -> !period.from().isAfter(last.period().to()))
                    .or(() -> first.period().startingIn(year - 1))
                    .orElse(from);
        }
        Period to = last.period();
        if (last.origin() == TimeRule.Origin.YEARLESS && first.origin() == TimeRule.Origin.DATED) {
            Period start = from;
            to = to.startingIn(from.from().getYear())
                    .filter(period -> !period.to().isBefore(start.from()))
                    .or(() -> last.period().startingIn(start.from().getYear() + 1))
                    .orElse(to);
        }
        boolean inOrder = !from.from().isAfter(to.from());
        if (!inOrder && !isAfterBetween(text, first)) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                first.start(),
                last.end(),
                inOrder ? new Period(from.from(), to.to()) : from.hull(to),
                origin(first, last)));
    }

    private static TimeRule.Origin origin(Found first, Found last) {
        boolean dated = first.origin() == TimeRule.Origin.DATED || last.origin() == TimeRule.Origin.DATED;
        return dated ? TimeRule.Origin.DATED : last.origin();
    }

    private static Found toNow(String text, Found first, LocalDate day) {
        Matcher now = TO_NOW.matcher(text).region(first.end(), Math.min(text.length(), first.end() + LONGEST_GAP));
        if (first.period().from().isAfter(day) || !now.lookingAt()) {
            return first;
        }
        return new Found(first.start(), now.end(), new Period(first.period().from(), day), TimeRule.Origin.COUNTED);
    }
}
