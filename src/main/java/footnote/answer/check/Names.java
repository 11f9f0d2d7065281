package footnote.answer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds names by their capitals. The first word of a sentence is one only if nothing speaks for a plain word: a capital
 * follows, or neither its form nor the known words make it a plain one.
 */
final class Names {
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "dr",
            "prof",
            "sir",
            "president",
            "minister",
            "prime",
            "senator",
            "professor",
            "king",
            "queen",
            "chancellor",
            "general",
            "secretary",
            "saint",
            "st",
            "lord",
            "lady",
            "pope",
            "governor",
            "captain",
            "spokesman",
            "spokeswoman",
            "chief");
    private static final Set<String> CALENDAR = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "gmt",
            "utc",
            "am",
            "pm");
    private static final Pattern PLAIN_FORM = Pattern.compile(
            ".*(?:tion|ment|ity|ness|ism|ly|ing|ed|ers|ists|ials|tors|ants|ents|ies|ples|ces|ics|cy|ists|ance|ence|als|ures|ages|ates|ors)");

    private Names() {}

    /**
     * @param plain stems of words that a known text writes small
     * @param known stems of words that a known text writes with a capital within its sentences
     */
    static List<Word> in(List<Word> words, Set<String> plain, Set<String> known) {
        List<Word> names = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            if (isCandidate(word) && (at > 0 || isNameInFront(words, plain, known))) {
                names.add(word);
            }
        }
        return List.copyOf(names);
    }

    private static boolean isCandidate(Word word) {
        return word.capital()
                && word.isContent()
                && !TITLES.contains(word.said())
                && !CALENDAR.contains(word.said())
                && !SpelledAmounts.isNumber(word.said());
    }

    private static boolean isNameInFront(List<Word> words, Set<String> plain, Set<String> known) {
        Word first = words.getFirst();
        if (known.contains(first.stem())) {
            return true;
        }
        boolean capitalFollows =
                words.size() > 1 && isCandidate(words.get(1)) && words.get(1).start() == first.end() + 1;
        return capitalFollows
                || (!plain.contains(first.stem())
                        && !PLAIN_FORM.matcher(first.said()).matches());
    }
}
