package footnote.answer;

import java.util.regex.Pattern;

/** How much a question wants what is new. */
enum Freshness {
    /** It doesn't say. */
    ANY,
    /** "Recently": a newer document is more likely meant. */
    RECENT,
    /** "Latest", "current", "now": of two documents that answer, the newer one is right. */
    NEWEST;

    private static final Pattern NEWEST_WORDS =
            Pattern.compile("(?i)\\b(?:(?<!\\bat the )latest|newest|most recent(?:ly)?"
                    + "|most up[- ]to[- ]date|last known|last time|so far|to date|as of)\\b");

    private static final Pattern PRESENT_WORDS =
            Pattern.compile("(?i)\\b(?:currently|presently|nowadays|at present" + "|at the moment|these days|"
                    + TimeWords.TODAY + "|up to now|until now|right now|(?<!\\bby )(?-i:now)(?!-))\\b");

    /** "Current" as a noun flows. */
    private static final Pattern CURRENT = Pattern.compile(
            "(?i)(?<!\\b(?:electric|electrical|alternating|direct|ocean|eddy"
                    + "|tidal|induced|constant|river|sea|rip|air|a|gulf|water|high|low)[\\s-])\\bcurrent\\s(?!of\\b|in\\b|is\\b|was\\b"
                    + "|flow|that\\b|which\\b|density|through\\b|from\\b|and\\b|or\\b|to\\b|carr|week\\b|month\\b|year\\b|events\\b)");

    private static final Pattern RECENT_WORDS = Pattern.compile("(?i)\\b(?:recent|recently|lately|newly"
            + "|(?:last|past|previous) (?:(?:few|couple of|several) )?(?:hours|days|weeks|months|years))\\b");

    /**
     * @param past whether the question speaks of a time that is over: what was "the company now known as Marriott called in
     *     1960" asks for nothing new
     */
    static Freshness of(String question, boolean past) {
        boolean present = PRESENT_WORDS.matcher(question).find()
                || CURRENT.matcher(question).find();
        if (NEWEST_WORDS.matcher(question).find() || (present && !past)) {
            return NEWEST;
        }
        return RECENT_WORDS.matcher(question).find() ? RECENT : ANY;
    }
}
