package footnote.eval;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text with what doesn't count taken away: lower case, no ASCII punctuation, no articles, single spaces. This is
 * {@code normalize_answer} of the official SQuAD 2.0 evaluation script, with Python's notion of a word and of white space.
 */
final class NormalText {
    private static final Pattern PUNCTUATION = Pattern.compile("[!-/:-@\\[-`{-~]");
    // Java's own \b knows other word characters than Python's, so the neighbours are spelled out.
    private static final Pattern ARTICLE = Pattern.compile("(?<![\\p{L}\\p{N}])(?:a|an|the)(?![\\p{L}\\p{N}])");
    private static final Pattern SPACE = Pattern.compile("[\\p{IsWhite_Space}\\x1c-\\x1f]+");

    private NormalText() {}

    static String of(String text) {
        String bare = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        String withoutArticles = ARTICLE.matcher(bare).replaceAll(" ");
        return SPACE.matcher(withoutArticles).replaceAll(" ").strip();
    }

    /** The words of a text; none if nothing of it counts. */
    static String[] words(String text) {
        String normal = of(text);
        return normal.isEmpty() ? new String[0] : normal.split(" ", -1);
    }

    /** Whether a text says a phrase, both normalised: as whole words, never as a part of one. A phrase of nothing is not said. */
    static boolean says(String text, String phrase) {
        String sought = of(phrase);
        String within = of(text);
        int at = sought.isEmpty() ? -1 : within.indexOf(sought);
        while (at >= 0 && !standsAlone(within, at, at + sought.length())) {
            at = within.indexOf(sought, at + 1);
        }
        return at >= 0;
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start)))
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }
}
