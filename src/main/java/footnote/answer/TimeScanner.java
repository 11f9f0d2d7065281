package footnote.answer;

import footnote.answer.TimeRule.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time expressions of a text, in order, none over another: at each word the longest one that a rule knows.
 * Threads may share one.
 */
final class TimeScanner {
    /**
     * An expression that means days.
     *
     * @param start in UTF-16 units of the text
     * @param end in UTF-16 units, exclusive
     */
    record Found(int start, int end, Period period, Origin origin) {}

    /** Gives the anchor for words by what stands before them and by their sentence. */
    @FunctionalInterface
    interface Anchoring {
        Anchor at(LocalDate day, String before, String sentence);
    }

    private record Candidate(TimeRule rule, MatchResult match) {}

    private static final Map<String, List<TimeRule>> RULES = byHead();

    private static final int LONGEST_HEAD = 3;
    private static final int BEFORE = 40;
    private static final int SENTENCE_REACH = 200;

    private final Anchoring anchoring;

    TimeScanner(Anchoring anchoring) {
        this.anchoring = anchoring;
    }

    private static Map<String, List<TimeRule>> byHead() {
        Map<String, List<TimeRule>> rules = new HashMap<>();
        Stream.of(DayRules.ALL, MonthRules.ALL, YearRules.ALL, WeekdayRules.ALL, CountedRules.ALL)
                .flatMap(List::stream)
                .forEach(rule -> rule.heads().forEach(head -> rules.computeIfAbsent(head, unused -> new ArrayList<>())
                        .add(rule)));
        rules.replaceAll((head, same) -> List.copyOf(same));
        return Map.copyOf(rules);
    }

    /**
     * @param written the day the text was written on; without one only expressions that name their year are found
     */
    List<Found> scan(String text, @Nullable LocalDate written) {
        LocalDate day = written != null && isCommon(written) ? written : null;
        List<Found> all = new ArrayList<>();
        Map<TimeRule, Matcher> matchers = new HashMap<>();
        int taken = 0;
        for (int at = 0; at < text.length(); at++) {
            if (at < taken || !startsWord(text, at)) {
                continue;
            }
            Optional<Candidate> longest = longest(text, at, day, matchers);
            if (longest.isPresent()) {
                int floor = taken;
                taken = longest.get().match.end();
                found(text, longest.get(), day)
                        .map(found -> TimeParts.narrowed(text, found, floor))
                        .ifPresent(all::add);
            }
        }
        return TimeRanges.joined(text, all, day);
    }

    private static boolean startsWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private static String head(String text, int at) {
        if (Character.isDigit(text.charAt(at))) {
            return TimeRule.DIGIT;
        }
        int end = at;
        while (end < text.length() && end < at + LONGEST_HEAD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end).toLowerCase(Locale.ROOT);
    }

    private static Optional<Candidate> longest(
            String text, int at, @Nullable LocalDate day, Map<TimeRule, Matcher> matchers) {
        Candidate longest = null;
        for (TimeRule rule : RULES.getOrDefault(head(text, at), List.of())) {
            if (day == null && rule.origin() != Origin.DATED) {
                continue;
            }
            // What stands around the words decides as well, so the region hides nothing.
            Matcher matcher = matchers.computeIfAbsent(rule, same -> same.pattern()
                    .matcher(text)
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false));
            if (matcher.region(at, text.length()).lookingAt()
                    && (longest == null || matcher.end() > longest.match.end())) {
                longest = new Candidate(rule, matcher.toMatchResult());
            }
        }
        return Optional.ofNullable(longest);
    }

    private Optional<Found> found(String text, Candidate candidate, @Nullable LocalDate day) {
        MatchResult match = candidate.match;
        Origin origin = candidate.rule.origin();
        return candidate
                .rule
                .meaning()
                .of(match, anchor(text, match, origin == Origin.DATED ? null : day))
                .filter(period -> isCommon(period.from()) && isCommon(period.to()))
                .map(period -> new Found(match.start(), match.end(), period, origin));
    }

    /** A rule that names its year never asks for the day, so any will do. */
    private Anchor anchor(String text, MatchResult match, @Nullable LocalDate day) {
        if (day == null) {
            return new Anchor(LocalDate.EPOCH, Anchor.Toward.PAST);
        }
        String before = text.substring(Math.max(0, match.start() - BEFORE), match.start());
        return anchoring.at(day, before, sentence(text, match));
    }

    /** Years of four digits at most, so that no sum of days leaves the calendar. */
    private static boolean isCommon(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    private static String sentence(String text, MatchResult match) {
        int start = match.start();
        int first = Math.max(0, start - SENTENCE_REACH);
        while (start > first && !endsSentence(text, start - 1)) {
            start--;
        }
        int end = match.end();
        int last = Math.min(text.length(), end + SENTENCE_REACH);
        while (end < last && !endsSentence(text, end)) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean endsSentence(String text, int at) {
        char mark = text.charAt(at);
        boolean stop = mark == '.' || mark == '?' || mark == '!';
        return mark == '\n' || (stop && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1)));
    }
}
