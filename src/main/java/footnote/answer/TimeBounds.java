package footnote.answer;

import footnote.answer.TimeReading.Binding;
import footnote.answer.TimeScanner.Found;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time expression of a question with the words that bound it: "since March", "before 2015".
 *
 * @param start in UTF-16 units of the question
 * @param end in UTF-16 units, exclusive
 * @param from first day, included; null for no bound
 * @param to last day, included; null for no bound
 */
record TimeBounds(
        int start,
        int end,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Binding binding) {
    private static final Pattern LEAD =
            Pattern.compile("(?i)\\b(?<word>since|after|following|later than|before|prior to"
                    + "|preceding|earlier than|until|till|up to|up until|through|by|not? later than|as of|not before|from|in|on"
                    + "|during|throughout|within|over|between|at|of|for|starting(?: in| on| from)?|beginning(?: in| on)?)\\s{1,3}"
                    + "(?:(?:the\\s)?(?:years?|months?|period)\\s(?:of\\s)?(?=\\d))?(?:the\\s{1,3}['’]?)?$");
    private static final Pattern ONWARDS =
            Pattern.compile("(?i)\\s{1,2}(?:onwards?|on(?=[,?.!]|$)|or later|and (?:later|after|onwards?))");
    private static final Pattern OWNED =
            Pattern.compile("(?i)(?:\\b(?:the|a|an|this|that|its|his|her|their|our|my|your)|['’]s)\\s{1,3}$");
    private static final Pattern NOUN =
            Pattern.compile("\\s{1,3}(?!(?i:in|on|at|by|to|and|or|of|with|for|as|was|is|were|are|did"
                    + "|who|what|which|when|where|how|why|has|had|have)\\b)['\"“‘]?\\p{L}");
    private static final Pattern COMPARED =
            Pattern.compile("(?i)\\b(?:first|last|highest|lowest|biggest|largest|worst|best|most"
                    + "|strongest|weakest|smallest|longest|deadliest|fastest|slowest|only|not)\\b[^.?!]{0,60}$");
    private static final Pattern DOCUMENTS_BEFORE = Pattern.compile(
            "(?i)\\b(?:(?:articles?|stories|reports|news|headlines?|coverage|documents?|passages?|posts)(?:\\s(?:that\\s)?"
                    + "(?:(?:were|was|are|is)\\s)?(?:published|dated|written|posted|printed))?"
                    + "|(?:articles?|reports?|story|stories|pieces?|coverage|posts?)\\b[^.?!]{0,140}\\b(?:published|dated|posted))"
                    + "\\s{0,3}$");
    private static final Pattern DOCUMENTS_AFTER =
            Pattern.compile("(?i)(?:['’]s)?\\s{1,2}(?:news|articles?|headlines?|stories|reports|coverage)\\b");
    private static final Pattern HAPPENED =
            Pattern.compile("(?i)\\b(?:did|was|were|happened|has|have|had|announced|reported|died|won)\\b");

    private static final int LEAD_REACH = 60;
    private static final int DOCUMENTS_REACH = 200;
    /** An older time is told of by documents of any day. */
    private static final int RECENT_DAYS = 800;

    static TimeBounds of(String question, Found found, LocalDate asOf) {
        Matcher lead = LEAD.matcher(question)
                .region(Math.max(0, found.start() - LEAD_REACH), found.start())
                .useTransparentBounds(true);
        boolean led = lead.find();
        int start = led ? lead.start() : found.start();
        String word = led ? lead.group("word").toLowerCase(Locale.ROOT) : "";
        Matcher onwards = ONWARDS.matcher(question).region(found.end(), question.length());
        boolean open = word.equals("from") && onwards.lookingAt();
        Side side = open ? Side.SINCE : side(word);
        if (side == Side.SINCE && isCompared(question, start)) {
            return Side.WITHIN.bounds(found.period(), false, start, found.end(), Binding.EVENT);
        }
        boolean owned = isOwned(question, found);
        Binding binding = binding(question, found, start, side != Side.WITHIN && !owned, asOf);
        boolean whole = owned || namesAnEdge(question, found);
        return side.bounds(found.period(), whole, start, open ? onwards.end() : found.end(), binding);
    }

    /** "The 2020 election" and not "the 1990s". */
    private static boolean isOwned(String question, Found found) {
        return found.origin() == TimeRule.Origin.DATED
                && OWNED.matcher(question.substring(Math.max(0, found.start() - LEAD_REACH), found.start()))
                        .find()
                && NOUN.matcher(question).region(found.end(), question.length()).lookingAt();
    }

    /** "Before the end of 2015" reaches to the end, not to the last third. */
    private static boolean namesAnEdge(String question, Found found) {
        return Stream.of("end", "start", "beginning").anyMatch(edge -> question.startsWith(edge, found.start()));
    }

    boolean isOneDay() {
        return from != null && from.equals(to);
    }

    private enum Side {
        WITHIN,
        SINCE,
        AFTER,
        BEFORE,
        UNTIL;

        /** An event of a year may lie anywhere in it, so "after the 2020 election" starts with the year. */
        TimeBounds bounds(Period period, boolean whole, int start, int end, Binding binding) {
            LocalDate first = period.from();
            LocalDate last = period.to();
            return switch (this) {
                case WITHIN -> new TimeBounds(start, end, first, last, binding);
                case SINCE -> new TimeBounds(start, end, first, null, binding);
                case AFTER -> new TimeBounds(start, end, whole ? first : last.plusDays(1), null, binding);
                case BEFORE -> new TimeBounds(start, end, null, whole ? last : first.minusDays(1), binding);
                case UNTIL -> new TimeBounds(start, end, null, last, binding);
            };
        }
    }

    private static Side side(String word) {
        if (word.startsWith("starting") || word.startsWith("beginning")) {
            return Side.SINCE;
        }
        return switch (word) {
            case "since", "not before" -> Side.SINCE;
            case "after", "following", "later than" -> Side.AFTER;
            case "before", "prior to", "preceding", "earlier than" -> Side.BEFORE;
            case "until", "till", "up to", "up until", "through", "by", "as of", "no later than", "not later than" ->
                Side.UNTIL;
            default -> Side.WITHIN;
        };
    }

    /** "The highest since 1994" compares with 1994; it does not ask for what came after. */
    private static boolean isCompared(String question, int start) {
        return COMPARED.matcher(question.substring(Math.max(0, start - LEAD_REACH), start))
                .find();
    }

    private static Binding binding(String question, Found found, int start, boolean bounded, LocalDate asOf) {
        String before = question.substring(Math.max(0, start - DOCUMENTS_REACH), start);
        if (DOCUMENTS_BEFORE.matcher(before).find()
                || DOCUMENTS_AFTER
                        .matcher(question)
                        .region(found.end(), question.length())
                        .lookingAt()) {
            return Binding.DOCUMENTS;
        }
        if (found.origin() != TimeRule.Origin.COUNTED) {
            return bounded ? Binding.BOUND : Binding.EVENT;
        }
        Period period = found.period();
        boolean told = !period.from().isAfter(asOf) && period.to().isAfter(asOf.minusDays(RECENT_DAYS));
        boolean nowadays = question.regionMatches(true, found.start(), "today", 0, 5)
                && !HAPPENED.matcher(question).find();
        return told && !nowadays ? Binding.BOUND : Binding.EVENT;
    }
}
