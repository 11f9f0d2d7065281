package footnote.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks, checked: every rule of the public API about a question holds for every instance.
 *
 * @param text the question, trimmed, 1 to {@value #LONGEST} characters, no control characters
 * @param history earlier turns, oldest first, at most {@value #MOST_TURNS}
 * @param from first day of the documents to search, included; null for no bound
 * @param to last day of the documents to search, included; null for no bound
 * @param asOf the day that "now" and "last week" are counted from
 * @param limit how many passages to read, 1 to {@value #MOST_PASSAGES}
 */
public record Question(
        String text,
        List<Turn> history,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        LocalDate asOf,
        int limit) {
    public static final int LONGEST = 2_000;
    public static final int MOST_TURNS = 20;
    public static final int LONGEST_TURN = 20_000;
    public static final int MOST_PASSAGES = 20;
    public static final int USUAL_PASSAGES = 8;

    public Question {
        text = checked("question", text);
        history = List.copyOf(history);
        if (history.size() > MOST_TURNS) {
            throw new InvalidValue("history", "must have at most " + MOST_TURNS + " turns, got " + history.size());
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidValue("from", "must not be after 'to', got " + from + " and " + to);
        }
        if (limit < 1 || limit > MOST_PASSAGES) {
            throw new InvalidValue("limit", "must be a whole number from 1 to " + MOST_PASSAGES + ", got " + limit);
        }
    }

    /** A question without history, dates or limits of its own. */
    public static Question of(String text, LocalDate asOf) {
        return new Question(text, List.of(), null, null, asOf, USUAL_PASSAGES);
    }

    /** The same question in other words, for instance a follow-up made to stand alone. */
    public Question withText(String other) {
        return new Question(other, history, from, to, asOf, limit);
    }

    /**
     * The rule for every text that a stranger types: trimmed, 1 to {@value #LONGEST} characters, no control character
     * but tab and line end, no half of a surrogate pair.
     *
     * @throws InvalidValue if the text breaks it; the message names the first offence and where it stands
     */
    public static String checked(String field, String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            throw new InvalidValue(field, "must not be blank");
        }
        if (trimmed.length() > LONGEST) {
            throw new InvalidValue(field, "must have at most " + LONGEST + " characters, got " + trimmed.length());
        }
        for (int at = 0; at < trimmed.length(); at += Character.charCount(trimmed.codePointAt(at))) {
            int point = trimmed.codePointAt(at);
            if (isForbidden(point)) {
                throw new InvalidValue(
                        field, "must not contain control characters, got U+%04X at %d".formatted(point, at));
            }
        }
        return trimmed;
    }

    private static boolean isForbidden(int point) {
        boolean control =
                Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r' && point != 0x85;
        return control || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
