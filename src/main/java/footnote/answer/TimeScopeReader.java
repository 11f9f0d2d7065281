package footnote.answer;

import footnote.answer.TimeReading.Binding;
import footnote.domain.TimeScope;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the time that an English question speaks of, by rules alone: the same question and day always give the same
 * reading. Threads may share one.
 *
 * <p>A time that can mean two things, or none, is passed over rather than guessed: 31 February, 05/03/2022. A month or a
 * day without a year is the latest one that is not after the day of asking, or the next one if the question looks ahead.
 * Weeks start on Monday; seasons are those of the northern half of the Earth.
 *
 * <p>Own rules on java.time, because no library of Maven Central fits: natty (MIT, maintained) gives points instead of
 * periods, knows no years or decades, reads the verb "may" as a month and 31 February as 2 March; SUTime, HeidelTime and
 * Hawking are under the GPL; the others are ports without a release or have been left.
 */
final class TimeScopeReader {
    private static final TimeScanner SCANNER = new TimeScanner(Anchor::ofQuestion);

    /** A question about two documents needs both, and may date but one of them: nothing may be filtered away. */
    private static final Pattern COMPARES = Pattern.compile("(?i)\\b(?:between (?:the|an?)\\s(?!years|months|end|start)"
            + "|both (?:the\\s)?(?:articles?|reports?|stories)|(?:later|subsequent|earlier) (?:one|article|report)"
            + "|published later|remain(?:s|ed)|(?:in)?consisten(?:t|cy|tly))\\b");

    /**
     * @param asOf the day that "now" and "last week" are counted from
     */
    TimeReading read(String question, LocalDate asOf) {
        List<TimeBounds> all = SCANNER.scan(question, asOf).stream()
                .map(found -> TimeBounds.of(question, found, asOf))
                .toList();
        Binding firmest =
                all.stream().map(TimeBounds::binding).max(Binding::compareTo).orElse(Binding.NONE);
        boolean compares = COMPARES.matcher(question).find();
        List<TimeBounds> counting = all.stream()
                .filter(bounds -> bounds.binding() == firmest || (compares && bounds.isOneDay()))
                .toList();
        Optional<TimeScope> scope = scope(question, counting);
        Freshness freshness = Freshness.of(question, isOver(scope, asOf));
        if (scope.isEmpty()) {
            return new TimeReading(scope, Binding.NONE, freshness);
        }
        return new TimeReading(scope, compares ? Binding.EVENT : firmest, freshness);
    }

    private static boolean isOver(Optional<TimeScope> scope, LocalDate asOf) {
        return scope.map(TimeScope::to).filter(asOf::isAfter).isPresent();
    }

    private static Optional<TimeScope> scope(String question, List<TimeBounds> all) {
        boolean meeting = all.stream().noneMatch(bounds -> bounds.from() != null && bounds.to() != null);
        LocalDate from = end(all, TimeBounds::from, meeting, BinaryOperator.minBy(Comparator.naturalOrder()));
        LocalDate to = end(all, TimeBounds::to, meeting, BinaryOperator.maxBy(Comparator.naturalOrder()));
        if ((from == null && to == null) || (from != null && to != null && from.isAfter(to))) {
            return Optional.empty();
        }
        String said = all.stream()
                .map(bounds -> question.substring(bounds.start(), bounds.end()))
                .distinct()
                .collect(Collectors.joining("; "));
        return Optional.of(new TimeScope(from, to, said));
    }

    /**
     * One end of the scope; null for no bound. "After 2015 and before 2018" meet in what both allow; with a closed time
     * among them they are everything from the first to the last, and open where one of them is.
     */
    private static @Nullable LocalDate end(
            List<TimeBounds> all,
            Function<TimeBounds, @Nullable LocalDate> side,
            boolean meeting,
            BinaryOperator<LocalDate> further) {
        List<LocalDate> ends =
                all.stream().map(side).flatMap(Stream::ofNullable).toList();
        return meeting || ends.size() == all.size()
                ? ends.stream().reduce(further).orElse(null)
                : null;
    }
}
