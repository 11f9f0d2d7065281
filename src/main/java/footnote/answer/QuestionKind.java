package footnote.answer;

import java.util.regex.Pattern;

/** What form of answer a question wants. */
enum QuestionKind {
    /** A few words out of a passage: who, when, where, which, how many. */
    SPAN,
    /** The sentence that decides it. */
    YES_NO,
    /** Several sentences: why, how, what happened, a summary, a list. */
    ACCOUNT;

    private static final Pattern YES_OR_NO = Pattern.compile(
            "(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|may|might|must|isn't|aren't|wasn't"
                    + "|weren't|don't|doesn't|didn't|hasn't|haven't|hadn't|can't|couldn't|won't|wouldn't)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SEVERAL = Pattern.compile(
            "(?:why|how (?:did|do|does|is|are|was|were|can|could|has|have|had|will|would|should|to|come)\\b"
                    + "|what (?:happened|happens|is happening|led to|caused|are the|were the|do we know|is known)\\b"
                    + "|(?:please )?(?:summari[sz]e|describe|explain|list|outline|compare|tell me|give me)\\b"
                    + "|what (?:did|does|do|has|have) .{1,80}\\b(?:say|said|think|claim|argue)\\b"
                    + "|who said\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern LEAD_IN = Pattern.compile(
            "^(?:(?:and|but|so|also|then|ok|okay|well|please)[, ]+|(?:according to|in|on|as of|since|before|after|during)\\b[^,?]{1,80}, )+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern POLITE = Pattern.compile(
            "^(?:can|could|would|will) you (?:please )?(?=(?:summari[sz]e|describe|explain|list|outline|compare|tell|give)\\b)",
            Pattern.CASE_INSENSITIVE);

    /** The question without what only leads to it: "And", "please", "In 2004,", "can you" before a request. */
    static String core(String question) {
        return POLITE.matcher(LEAD_IN.matcher(question.strip()).replaceFirst(""))
                .replaceFirst("");
    }

    static QuestionKind of(String question) {
        String core = core(question);
        if (SEVERAL.matcher(core).matches()) {
            return ACCOUNT;
        }
        boolean choice = core.contains(" or ");
        return YES_OR_NO.matcher(core).matches() && !choice ? YES_NO : SPAN;
    }
}
