package footnote.answer;

import footnote.domain.Question;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a follow-up stand alone without a model. What was spoken of comes in for the pronoun; "what about Ukraine?" is
 * the last question with its subject changed; a few words such as "and when?" take the last question's statement along.
 * What a rule can't place goes behind the question as "(about …)", so that it stays one question. Threads may share it.
 */
public final class FollowUpRule implements QuestionRewriter {
    private static final int FEW_WORDS = 3;
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:and|but|so|ok|okay|then|also|well|thanks|thank you)[, ]+)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHAT_ABOUT =
            Pattern.compile("^(?:what|how) about (.+?)\\s*\\??$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEANS = Pattern.compile(
            "\\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|themselves|this|that|these"
                    + "|those|there|then|the same|the (?:former|latter|other))\\b",
            Pattern.CASE_INSENSITIVE);
    /** "That" and its like that point into their own sentence. */
    private static final Pattern OWN_THAT = Pattern.compile(
            "\\b(?:say|says|said|think|thinks|thought|know|claim|claims|claimed|believe|so|such|fact|is there|are there|was there|were there)\\b.{0,30}\\b(?:that|there)\\b"
                    + "|\\b(?:that|those|these|this) (?:\\p{L}+)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String standAlone(Question question) {
        Spoken spoken = Spoken.of(question.history());
        String asked = question.text();
        if (spoken.question().isEmpty()) {
            return asked;
        }
        String core = capital(LEAD.matcher(asked).replaceFirst(""));
        String alone = rewritten(core, asked, spoken);
        return alone.length() <= Question.LONGEST ? alone : asked;
    }

    private static String rewritten(String core, String asked, Spoken spoken) {
        Matcher about = WHAT_ABOUT.matcher(core);
        if (about.matches()) {
            return spoken.questionAbout(about.group(1));
        }
        boolean few = core.split("\\s+", -1).length <= FEW_WORDS && !hasName(core);
        if (Spoken.isQuestionWord(core) || (few && !LEANS.matcher(core).find())) {
            return spoken.questionWith(core);
        }
        if (!LEANS.matcher(core).find()) {
            return asked.length() == core.length() ? asked : core;
        }
        String placed = Pronouns.replaced(core, spoken);
        boolean stillLeans =
                LEANS.matcher(placed).find() && !OWN_THAT.matcher(placed).find();
        boolean unplaced = placed.equals(core) || stillLeans;
        return unplaced && !spoken.topic().isEmpty() && !placed.contains(spoken.topic())
                ? behind(placed, spoken.topic())
                : placed;
    }

    private static boolean hasName(String core) {
        return core.substring(1).codePoints().anyMatch(Character::isUpperCase);
    }

    private static String behind(String question, String topic) {
        String bare = question.replaceFirst("\\s*\\?+$", "");
        return bare + " (about " + topic + ")?";
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
