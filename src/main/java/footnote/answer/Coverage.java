package footnote.answer;

import footnote.domain.Passage;
import footnote.search.EnglishAnalysis;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much of a question a passage speaks of: all its content words, and apart from them its names and its numbers, for
 * a passage about another person or year answers another question.
 */
final class Coverage {
    private static final Pattern NAME =
            Pattern.compile("(?<![.?!:]\\s)(?<!^)(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{N}’'-]+");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{N}[\\p{N}.,:]*");

    private static final Pattern DENIAL = Pattern.compile(
            "(?iu)\\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|except)\\b|n['’]t\\b");

    private final List<String> words;
    private final Set<String> names;
    private final Set<String> numbers;
    private final boolean denies;

    Coverage(String question) {
        words = EnglishAnalysis.terms(question);
        names = termsOf(NAME, question);
        numbers = termsOf(NUMBER, question);
        denies = DENIAL.matcher(question).find();
    }

    private static Set<String> termsOf(Pattern pattern, String question) {
        Set<String> terms = new HashSet<>();
        for (MatchResult found : pattern.matcher(question).results().toList()) {
            terms.addAll(EnglishAnalysis.terms(found.group()));
        }
        return terms;
    }

    /** The shares of the question's words, names and numbers that the passage or what is known of it holds; 1 for none. */
    Shares of(Passage passage) {
        return of(List.of(passage));
    }

    /** The same of several passages together. */
    Shares of(List<Passage> passages) {
        Set<String> held = new HashSet<>();
        for (Passage passage : passages) {
            String known =
                    passage.title() + "\n" + passage.headings() + "\n" + passage.date() + "\n" + passage.source();
            held.addAll(EnglishAnalysis.vocabulary(known + "\n" + passage.text()));
        }
        return new Shares(share(words, held), share(names, held), share(numbers, held), missing(words, held));
    }

    /** The share of the question's words that a text holds. */
    double of(String text) {
        return share(words, EnglishAnalysis.vocabulary(text));
    }

    /** How many of the question's numbers a text lacks. */
    int numbersMissingIn(String text) {
        return missing(numbers, EnglishAnalysis.vocabulary(text));
    }

    /** Whether the question denies something. */
    boolean denies() {
        return denies;
    }

    private static int missing(Collection<String> wanted, Set<String> held) {
        return (int) wanted.stream().filter(word -> !held.contains(word)).count();
    }

    private static double share(Collection<String> wanted, Set<String> held) {
        return wanted.isEmpty() ? 1 : 1 - (double) missing(wanted, held) / wanted.size();
    }

    /**
     * What a passage holds of the question, each share from 0 to 1.
     *
     * @param missing how many of the content words it lacks
     */
    record Shares(double words, double names, double numbers, int missing) {}
}
