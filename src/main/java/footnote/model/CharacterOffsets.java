package footnote.model;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/**
 * From code points, which the tokenizer counts, to UTF-16 units, which Java counts; never inside what a person sees as
 * one character, so that a quote can't end between a letter and its accent.
 */
final class CharacterOffsets {
    private static final int FIRST_COMBINING_MARK = 0x300;

    private final int[] starts;
    private final int[] ends;

    private CharacterOffsets(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
    }

    static CharacterOffsets of(String text) {
        int[] units = unitOfEachCodePoint(text);
        if (text.chars().allMatch(unit -> unit < FIRST_COMBINING_MARK)) {
            return new CharacterOffsets(units, units);
        }
        int[] floor = new int[text.length() + 1];
        int[] ceiling = new int[text.length() + 1];
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int from = characters.first();
        for (int to = characters.next(); to != BreakIterator.DONE; from = to, to = characters.next()) {
            Arrays.fill(floor, from, to, from);
            Arrays.fill(ceiling, from + 1, to + 1, to);
        }
        floor[text.length()] = text.length();
        return new CharacterOffsets(at(units, floor), at(units, ceiling));
    }

    /** The last character boundary at or before the code point's first unit. */
    int start(int codePoint) {
        return starts[codePoint];
    }

    /** The first character boundary at or after the code point's first unit. */
    int end(int codePoint) {
        return ends[codePoint];
    }

    private static int[] unitOfEachCodePoint(String text) {
        int[] units = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 1; i < units.length; i++) {
            units[i] = text.offsetByCodePoints(units[i - 1], 1);
        }
        return units;
    }

    private static int[] at(int[] units, int[] boundaries) {
        return Arrays.stream(units).map(unit -> boundaries[unit]).toArray();
    }
}
