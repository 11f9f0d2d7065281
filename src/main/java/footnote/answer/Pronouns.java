package footnote.answer;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what was spoken of in the place of a follow-up's first pronoun of each kind. */
final class Pronouns {
    private static final Pattern PERSON = Pattern.compile("\\b(he|she|him)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWNED = Pattern.compile(
            "\\b(his|her|its|their)(?= \\p{L})(?! (?:in|on|at|to|for|from|with|about|when|while|before|after)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HER = Pattern.compile("\\bher\\b(?! \\p{L})", Pattern.CASE_INSENSITIVE);
    private static final Pattern THING = Pattern.compile(
            "\\b(it|they|them|this|that|these|those)\\b(?! \\p{L}+(?:s|ed)? (?:that|which)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTED = Pattern.compile(
            "\\b(?:this|that|these|those) (?!(?:is|was|are|were|be|happen|happened|will|would|has|had|did|does|do|can|could|mean|in|on|at|to|for|from|true|still|not|so|take|set)\\b)\\p{L}+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE = Pattern.compile("\\bthere\\b(?=\\s*\\??$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPTY_IT = Pattern.compile(
            "\\b(?:is|was|will|does|did) it (?:rain|true|possible|clear|likely|known)\\b", Pattern.CASE_INSENSITIVE);

    private Pronouns() {}

    static String replaced(String question, Spoken spoken) {
        String person = spoken.person().isEmpty() ? spoken.topic() : spoken.person();
        String thing = spoken.topic();
        String text = first(question, PERSON, person);
        text = first(text, HER, person);
        Matcher owned = OWNED.matcher(text);
        if (owned.find()) {
            boolean personal = !owned.group(1).toLowerCase(Locale.ROOT).matches("its|their");
            text = first(text, OWNED, owning(personal ? person : thing));
        }
        text = first(text, PLACE, spoken.place().isEmpty() ? "" : "in " + spoken.place());
        boolean isEmpty = EMPTY_IT.matcher(text).find();
        boolean points = POINTED.matcher(text).find();
        return isEmpty || points ? text : first(text, THING, thing);
    }

    private static String owning(String name) {
        if (name.isEmpty()) {
            return "";
        }
        return name.endsWith("s") ? name + "'" : name + "'s";
    }

    private static String first(String text, Pattern pronoun, String name) {
        Matcher found = pronoun.matcher(text);
        if (name.isEmpty() || !found.find()) {
            return text;
        }
        return FollowUpRule.capital(text.substring(0, found.start()) + name + text.substring(found.end()));
    }
}
