package footnote.answer.check;

/**
 * One word of a text.
 *
 * @param said in small letters, without accents' or apostrophes' variants
 * @param stem what its forms share
 * @param start in UTF-16 units of the text
 * @param end exclusive
 * @param capital whether it begins with a capital
 * @param clause counts the clauses of the text; words of one clause share it
 */
record Word(String said, String stem, int start, int end, boolean capital, int clause) {
    /** Whether it carries meaning of its own. */
    boolean isContent() {
        return !FunctionWords.hold(said);
    }
}
