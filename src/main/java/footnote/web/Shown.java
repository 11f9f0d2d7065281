package footnote.web;

/** A stranger's text as a message may repeat it: short, on one line, well formed. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).map(Shown::visible).forEach(shown::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }

    /** Whether the text has no half of a surrogate pair, which no encoding could carry on. */
    static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(Shown::isLoneSurrogate);
    }

    private static int visible(int point) {
        return Character.isISOControl(point) || isLoneSurrogate(point) ? '\uFFFD' : point;
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
