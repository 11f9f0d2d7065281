package footnote.answer;

import static footnote.answer.TimeWords.GAP;
import static footnote.answer.TimeWords.START;
import static footnote.answer.TimeWords.STEPS_START;
import static footnote.answer.TimeWords.WEEKDAY;
import static footnote.answer.TimeWords.WEEKDAYS_START;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;

/** How days of the week are written; never by their short names, which are words and names as well. */
final class WeekdayRules {
    private static final String NO_TITLE =
            "(?!" + GAP + "(?:night live|night football|times|school|the 13th)\\b)(?!s\\b)";

    /** "Black Friday" and "Super Tuesday" are names. */
    private static final String NO_NAME = "(?<!(?-i:\\b\\p{Lu}\\p{L}{0,15})[\\s-])";

    private static final String NOT_ANY =
            "(?<!\\b(?:a|an|the|one|any|per|each|every|of|and|or|no|called|which|what)[\\s])";

    /** A weekday without a preposition is a time at the end of a clause: "died Sunday", but not "a Sunday paper". */
    private static final String ADVERB =
            "(?=[\\s]?[.,;:?!)]|\\s?$|[\\s](?:and|after|before|in|at|on|to|with|by|for|that|as"
                    + "|from|when|over|following|during|night|morning|evening|afternoon|because|amid|while|but)\\b)";

    static final List<TimeRule> ALL = List.of(
            TimeRule.counted(
                    STEPS_START,
                    START + "(?<step>last|past|this|next)" + GAP + WEEKDAY + NO_TITLE,
                    (match, anchor) -> Optional.of(stepped(match, anchor))),
            TimeRule.counted(
                    WEEKDAYS_START,
                    "(?<=\\b(?:on|since|by|until|till|from|before|after|early|late)[\\s\\u00a0])" + WEEKDAY + NO_TITLE,
                    (match, anchor) -> Optional.of(closest(match, anchor))),
            TimeRule.counted(
                    WEEKDAYS_START,
                    "(?:(?<=\\b(?:at|of|in|during|following)[\\s])|" + NO_NAME + ")" + WEEKDAY + "(?=['’]s\\b)",
                    (match, anchor) -> Optional.of(closest(match, anchor))),
            TimeRule.counted(
                    WEEKDAYS_START,
                    "(?<=(?-i:[\\p{Ll}\\d\"”])[\\s])" + NOT_ANY + NO_NAME + "(?-i:(?=\\p{Lu}))" + WEEKDAY + NO_TITLE
                            + ADVERB,
                    (match, anchor) -> Optional.of(closest(match, anchor))));

    private WeekdayRules() {}

    private static DayOfWeek weekday(MatchResult match) {
        return DayOfWeek.of(TimeWords.weekday(match.group("weekday")));
    }

    private static Period stepped(MatchResult match, Anchor anchor) {
        DayOfWeek weekday = weekday(match);
        return Period.day(
                switch (match.group("step").toLowerCase(Locale.ROOT)) {
                    case "this" ->
                        Period.calendar(anchor.day(), "week").from().with(TemporalAdjusters.nextOrSame(weekday));
                    case "next" -> anchor.day().with(TemporalAdjusters.next(weekday));
                    default -> anchor.day().with(TemporalAdjusters.previous(weekday));
                });
    }

    private static Period closest(MatchResult match, Anchor anchor) {
        DayOfWeek weekday = weekday(match);
        boolean ahead = anchor.toward() == Anchor.Toward.FUTURE;
        return Period.day(anchor.day()
                .with(ahead ? TemporalAdjusters.nextOrSame(weekday) : TemporalAdjusters.previousOrSame(weekday)));
    }
}
