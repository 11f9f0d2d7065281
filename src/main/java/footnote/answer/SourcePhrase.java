package footnote.answer;

import java.util.regex.Pattern;

/**
 * Words of a question that speak of the documents at hand, for instance "according to the article": they ask for nothing,
 * and no passage answers to them.
 */
final class SourcePhrase {
    private static final String DOCUMENTS =
            "(?:the|this|that|these|those|your) (?:(?:publication )?(?:date|text|contents?) (?:of|in) (?:the|this|that) )?"
                    + "(?:given )?(?:articles?|passages?|documents?|texts?|stor(?:y|ies)|news items?|sources?|excerpts?)";
    private static final String POINTING =
            "(?:according to|based on|given|going by|judging by|as (?:stated|reported|said|told|mentioned|described|written) (?:in|by)) ";
    private static final Pattern BEHIND =
            Pattern.compile("[,;]? " + POINTING + DOCUMENTS + "(?=\\s*[?.!]*\\s*$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE =
            Pattern.compile("^\\s*" + POINTING + DOCUMENTS + "\\s*[,:]\\s*", Pattern.CASE_INSENSITIVE);

    private SourcePhrase() {}

    /** The question without them; the question itself where nothing else would be left. */
    static String removedFrom(String question) {
        String left = BEHIND.matcher(BEFORE.matcher(question).replaceFirst("")).replaceFirst("");
        return left.codePoints().anyMatch(Character::isLetter) ? left : question;
    }
}
