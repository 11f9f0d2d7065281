package footnote.domain;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of a text as spans: the JDK's sentence rules, mended where they break after an abbreviation, an initial
 * or before a small letter. A blank line always ends a sentence. Threads may share it.
 */
public final class Sentences {
    /** Part of a text, in UTF-16 units, without white space at its ends. */
    public record Span(int start, int end) {
        public String of(String text) {
            return text.substring(start, end);
        }
    }

    private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t\\u00a0]*\\R\\s*");
    private static final Pattern LAST_WORD = Pattern.compile("(?:^|[\\s(\\[\"“‘'])([\\p{L}.]+)\\.$");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}(\\.\\p{Lu})*");

    /** Never the end of a sentence, for a name, a number or an example follows. */
    private static final Set<String> OPENING = Set.of(
            "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "lt", "col", "sgt", "capt", "cmdr", "adm",
            "rev", "hon", "st", "mt", "fig", "no", "nos", "vol", "pp", "vs", "v", "cf", "e.g", "i.e", "al", "approx",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "messrs", "pres",
            "supt", "insp", "maj", "ft", "ca", "viz");

    private Sentences() {}

    public static List<Span> of(String text) {
        List<Span> sentences = new ArrayList<>();
        Matcher gap = BLANK_LINE.matcher(text);
        int start = 0;
        while (gap.find()) {
            addParagraph(text, start, gap.start(), sentences);
            start = gap.end();
        }
        addParagraph(text, start, text.length(), sentences);
        return List.copyOf(sentences);
    }

    private static void addParagraph(String text, int from, int to, List<Span> sentences) {
        String paragraph = text.substring(from, to);
        if (paragraph.isBlank()) {
            return;
        }
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(paragraph);
        int start = 0;
        for (int end = breaks.following(0);
                end != BreakIterator.DONE && start < paragraph.length();
                end = breaks.next()) {
            if (end == paragraph.length() || endsSentence(paragraph, start, end)) {
                add(text, from + start, from + end, sentences);
                start = end;
            }
        }
    }

    private static boolean endsSentence(String paragraph, int start, int end) {
        if (Character.isLowerCase(paragraph.codePointAt(end))) {
            return false;
        }
        Matcher last = LAST_WORD.matcher(paragraph.substring(start, end).stripTrailing());
        if (!last.find()) {
            return true;
        }
        String word = last.group(1);
        boolean opening = OPENING.contains(word.toLowerCase(Locale.ROOT));
        boolean initial = INITIAL.matcher(word).matches() && !word.contains(".");
        boolean numbered = Character.isDigit(paragraph.codePointAt(end)) && word.contains(".");
        return !(opening || initial || numbered);
    }

    private static void add(String text, int from, int to, List<Span> sentences) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            sentences.add(new Span(start, end));
        }
    }

    private static boolean isSpace(char unit) {
        return Character.isWhitespace(unit) || Character.isSpaceChar(unit) || unit == '\uFEFF';
    }
}
