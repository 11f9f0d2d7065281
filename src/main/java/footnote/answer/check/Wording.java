package footnote.answer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sentence taken apart.
 *
 * @param words all of them
 * @param names those of them that are part of a name
 */
record Wording(String text, List<Word> words, List<Word> names, List<Amount> amounts, List<Day> days) {
    Wording {
        words = List.copyOf(words);
        names = List.copyOf(names);
    }

    static Wording of(String text, Set<String> plain, Set<String> known) {
        List<Word> words = Words.of(text);
        List<Day> days = Days.in(text);
        List<int[]> dated = new ArrayList<>();
        days.forEach(day -> dated.add(new int[] {day.start(), day.end()}));
        return new Wording(text, words, Names.in(words, plain, known), Amounts.in(text, dated), days);
    }

    /** Content words that are no names, numbers or dates. */
    List<Word> plainWords() {
        return words.stream()
                .filter(word -> word.isContent() && !names.contains(word) && !isValue(word))
                .toList();
    }

    private boolean isValue(Word word) {
        return amounts.stream().anyMatch(amount -> amount.start() < word.end() && word.start() < amount.end())
                || days.stream().anyMatch(day -> day.start() < word.end() && word.start() < day.end());
    }

    Set<String> stems() {
        return words.stream().map(Word::stem).collect(Collectors.toSet());
    }

    boolean holdsLike(Word word) {
        return words.stream().anyMatch(own -> Lexicon.isAlike(own.stem(), word.stem()));
    }

    boolean holdsName(Word name) {
        return words.stream().anyMatch(own -> isSameName(own, name));
    }

    static boolean isSameName(Word one, Word other) {
        return Lexicon.isAlike(one.stem(), other.stem()) || Lexicon.isFormOf(one.said(), other.said());
    }

    /** The nearest content words left and right of a span, at most so many on each side, nearest first. */
    List<Word> around(int start, int end, int most) {
        List<Word> around = new ArrayList<>();
        words.reversed().stream()
                .filter(word -> word.end() <= start && word.isContent())
                .limit(most)
                .forEach(around::add);
        words.stream()
                .filter(word -> word.start() >= end && word.isContent())
                .limit(most)
                .forEach(around::add);
        return around;
    }

    /** Those of them that share the span's clause. */
    List<Word> inClauseOf(int start, int end, int most) {
        int clause = words.stream()
                .filter(word -> word.end() > start)
                .mapToInt(Word::clause)
                .findFirst()
                .orElse(0);
        return around(start, end, most).stream()
                .filter(word -> word.clause() == clause)
                .toList();
    }
}
