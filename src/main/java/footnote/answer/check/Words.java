package footnote.answer.check;

import footnote.search.EnglishAnalysis;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text apart into words. */
final class Words {
    private static final Pattern WORD = Pattern.compile(
            "(?:\\p{Lu}\\.){2,}" + "|\\p{N}+(?:[.,:]\\p{N}+)*" + "|\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’][\\p{L}]+)*");
    private static final Pattern CLAUSE_END =
            Pattern.compile("[,;:()–—]|\\b(?:but|although|though|while|whereas|however|and)\\b");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?$");
    private static final Pattern CONTRACTED_NOT = Pattern.compile("(?i)\\p{L}+n['’]t");

    /** Names of two words that are as often written as one. */
    private static final Map<String, String> JOINED = Map.of(
            "united states",
            "usa",
            "united kingdom",
            "uk",
            "united nations",
            "un",
            "european union",
            "eu",
            "soviet union",
            "ussr",
            "per cent",
            "percent");

    private static final Map<String, String> ABBREVIATED = Map.of(
            "US", "usa", "U.S.", "usa", "U.S.A.", "usa", "U.K.", "uk", "U.N.", "un", "E.U.", "eu", "U.S.S.R.", "ussr");

    private Words() {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        Matcher ends = CLAUSE_END.matcher(text);
        int clause = 0;
        int reached = 0;
        while (matcher.find()) {
            ends.region(reached, matcher.start());
            clause += ends.find() || isClauseWord(matcher.group()) ? 1 : 0;
            reached = matcher.end();
            add(matcher, clause, words);
        }
        return List.copyOf(words);
    }

    private static boolean isClauseWord(String word) {
        return CLAUSE_END.matcher(word).matches();
    }

    private static void add(Matcher matcher, int clause, List<Word> words) {
        String group = matcher.group();
        boolean contracted = CONTRACTED_NOT.matcher(group).matches();
        String said = contracted ? "not" : said(group);
        String joined = words.isEmpty() ? null : JOINED.get(words.getLast().said() + " " + said);
        int start = matcher.start();
        boolean capital = Character.isUpperCase(group.codePointAt(0));
        if (joined != null) {
            start = words.removeLast().start();
            said = joined;
        }
        words.add(new Word(said, stem(said), start, matcher.end(), capital && !contracted, clause));
    }

    /** In small letters, without accents and possessive. */
    private static String said(String group) {
        String known = ABBREVIATED.get(group);
        if (known != null) {
            return known;
        }
        String bare = POSSESSIVE.matcher(group).replaceFirst("");
        String plain =
                MARKS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT).replace('’', '\'');
    }

    static String stem(String said) {
        return EnglishAnalysis.vocabulary(said).stream().findFirst().orElse(said);
    }

    /** All words in small letters, for comparing. */
    static List<String> said(List<Word> words) {
        return words.stream().map(Word::said).toList();
    }
}
