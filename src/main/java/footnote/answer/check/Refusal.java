package footnote.answer.check;

import java.util.regex.Pattern;

/** Recognises the sentence by which a model says that the passages don't answer. */
final class Refusal {
    private static final String THEM =
            "(?:passages?|sources?|documents?|articles?|context|texts?|information|evidence)";
    private static final Pattern SAYS_SO = Pattern.compile(
            "\\b" + THEM
                    + "\\b.{0,40}\\b(?:do|does|did|is|are)(?: not|n['’]t)\\b.{0,30}\\b(?:answer|say|contain|mention|provide|state|include|specify|give|address|tell|enough|sufficient|available)"
                    + "|\\b(?:not|n['’]t|nothing)\\b.{0,60}\\b(?:in|by|from) the (?:given |provided |supplied )?" + THEM
                    + "|\\bi (?:can ?not|can['’]t|am unable to|do not|don['’]t) (?:answer|find|know|determine|have)"
                    + "|\\bno (?:answer|information|mention)\\b.{0,60}\\b" + THEM,
            Pattern.CASE_INSENSITIVE);

    private Refusal() {}

    static boolean isOne(String sentence) {
        return SAYS_SO.matcher(sentence).find();
    }
}
