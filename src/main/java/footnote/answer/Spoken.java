package footnote.answer;

import footnote.domain.Turn;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a conversation spoke of last.
 *
 * @param question the last question that stands alone, or the last one; empty if there is none
 * @param person the person named last; empty if none
 * @param topic what the last question was about, in its own words; empty if unknown
 * @param place the place named last; empty if none
 */
record Spoken(String question, String person, String topic, String place) {
    private static final String NAMES = "\\p{Lu}[\\p{L}'’-]+(?: (?:of |the |de |van |von |al-)?\\p{Lu}[\\p{L}'’-]+)*";
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}])" + NAMES);
    private static final Pattern IN_PLACE = Pattern.compile("\\b(?i:in|at|near|to|from|of) (?:the )?(" + NAMES + ")");
    private static final Pattern THING = Pattern.compile(
            "\\b(?:the|a|an|this|that|their|his|her|its) (?:[\\p{L}’'-]+ ){0,3}?[\\p{L}’'-]+(?= (?:is|was|are|were|be|been|being|set|in|on|at|to|for|from|with|between|over|take|takes|took|happen|begin|began|start|end|open|opened|close|closed|cost|say|said|work|plan|get|have|has|had|do|does|did|will|would|can|could|by|last|that|who|which|and|as|made|built|win|won|go|went|come|came|ask|asked)\\b|\\s*\\?|$)(?: (?:between|of|with|on|over) (?:the )?"
                    + NAMES + "(?: and " + NAMES + ")?)?");
    private static final Set<String> NO_NAMES = Set.of(
            "Who",
            "What",
            "When",
            "Where",
            "Why",
            "How",
            "Which",
            "Whose",
            "Is",
            "Are",
            "Was",
            "Were",
            "Did",
            "Does",
            "Do",
            "Has",
            "Have",
            "Had",
            "Can",
            "Could",
            "Will",
            "Would",
            "Should",
            "The",
            "A",
            "An",
            "In",
            "On",
            "At",
            "And",
            "But",
            "Tell",
            "It",
            "He",
            "She",
            "They",
            "This",
            "That",
            "There",
            "Yes",
            "No",
            "According",
            "Both",
            "For",
            "By",
            "After",
            "Before",
            "About",
            "Please",
            "I",
            "Of",
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
            "GMT",
            "Its",
            "His",
            "Her",
            "Their",
            "To",
            "From",
            "As");
    private static final Pattern ASKS_FOR_PERSON = Pattern.compile("(?i)^(?:and |but |so )?(?:who|whose|whom)\\b.*");
    private static final Pattern QUESTION_WORD =
            Pattern.compile("^(?:who|what|when|where|why|how(?: \\p{L}+)?|which)\\b", Pattern.CASE_INSENSITIVE);

    static Spoken of(List<Turn> history) {
        List<Turn> turns =
                history.stream().filter(turn -> !turn.text().isBlank()).toList();
        String question = last(turns, Turn.Role.USER);
        String answer = last(turns, Turn.Role.ASSISTANT);
        List<String> asked = names(question);
        List<String> told = names(answer);
        boolean wantsPerson = ASKS_FOR_PERSON.matcher(question).matches();
        String person = wantsPerson && !told.isEmpty() ? told.getFirst() : firstOf(asked, told);
        Matcher place = IN_PLACE.matcher(question + " . " + answer);
        String where = place.find() ? place.group(1) : "";
        return new Spoken(question, person, topic(question, asked, told), where);
    }

    private static String last(List<Turn> turns, Turn.Role role) {
        return turns.reversed().stream()
                .filter(turn -> turn.role() == role)
                .map(turn -> turn.text().strip())
                .findFirst()
                .orElse("");
    }

    private static String firstOf(List<String> names, List<String> others) {
        return !names.isEmpty() ? names.getFirst() : others.isEmpty() ? "" : others.getFirst();
    }

    /** The last thing of the question that has an article, else its first name, else the answer's. */
    private static String topic(String question, List<String> asked, List<String> told) {
        List<String> things =
                THING.matcher(question).results().map(MatchResult::group).toList();
        if (!things.isEmpty()) {
            return things.getFirst();
        }
        return firstOf(asked, told);
    }

    private static List<String> names(String text) {
        return NAME.matcher(text)
                .results()
                .map(found -> withoutLead(found.group()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String withoutLead(String name) {
        String rest = name;
        while (!rest.isEmpty()) {
            String first = rest.contains(" ") ? rest.substring(0, rest.indexOf(' ')) : rest;
            if (!NO_NAMES.contains(first)) {
                return rest.replaceFirst("['’]s$", "");
            }
            rest = rest.substring(first.length()).strip();
        }
        return "";
    }

    /** The last question with another subject: its first name changed, or the subject behind it. */
    String questionAbout(String subject) {
        List<String> names = names(question);
        String changed = names.isEmpty() ? question : question.replace(names.getLast(), subject);
        return changed.equals(question)
                ? question.replaceFirst("\\s*\\?*$", "") + " (about " + subject + ")?"
                : changed;
    }

    static boolean isQuestionWord(String few) {
        return QUESTION_WORD.matcher(few.replaceFirst("\\s*\\?+$", "")).matches();
    }

    /** A bare question word with what the last question said. */
    String questionWith(String few) {
        Matcher old = QUESTION_WORD.matcher(question);
        String word = few.replaceFirst("\\s*\\?+$", "");
        Matcher asks = QUESTION_WORD.matcher(word);
        if (old.find() && asks.matches()) {
            return word + question.substring(old.end());
        }
        return word + " (about " + (topic.isEmpty() ? question.replaceFirst("\\?+$", "") : topic) + ")?";
    }
}
