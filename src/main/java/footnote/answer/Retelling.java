package footnote.answer;

import footnote.answer.Draft.Quote;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A few quotations that don't repeat each other, told in their documents' order. One thread's use. */
final class Retelling {
    static final int MOST_SENTENCES = 4;
    private static final double ALIKE = 0.6;
    private static final int FEWEST_WORDS = 6;
    private static final Pattern WHOLE = Pattern.compile(".*[.!…][\"”’')]*", Pattern.DOTALL);
    /** What a page says of its pictures and of itself. */
    private static final Pattern BESIDE_THE_TEXT = Pattern.compile(
            "\\bcaption\\b|^photos?\\b|\\bphotos?:|\\bgetty images\\b|/(?:ap|afp|reuters)\\b|^(?:for|see) (?:our |the )?latest\\b"
                    + "|^this (?:article|overview|report|story|page|document|post)\\b.{0,120}\\b(?:published|updated|written|posted)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final List<Quote> told = new ArrayList<>();

    /** Takes a quotation unless there are enough or it says again what another says; the best must come first. */
    void add(Quote quote) {
        if (told.size() < MOST_SENTENCES && told.stream().noneMatch(other -> repeats(other, quote))) {
            told.add(quote);
        }
    }

    /** Documents in the order of their best quotation, each told from its beginning to its end. */
    List<Quote> inOrder() {
        List<String> order = told.stream()
                .map(quote -> quote.passage().document())
                .distinct()
                .toList();
        List<Quote> ordered = new ArrayList<>(told);
        ordered.sort(Comparator.comparingInt(
                        (Quote quote) -> order.indexOf(quote.passage().document()))
                .thenComparingInt(quote -> quote.passage().start() + quote.from()));
        return List.copyOf(ordered);
    }

    private static boolean repeats(Quote first, Quote second) {
        return NearDuplicates.jaccard(NearDuplicates.shingles(first.words()), NearDuplicates.shingles(second.words()))
                >= ALIKE;
    }

    /** The sentences of a passage that can stand for themselves: no headings, captions, questions or planted instructions. */
    static List<Quote> sentences(Passage passage) {
        List<Sentences.Span> planted = PlantedText.in(passage.text());
        return Sentences.of(passage.text()).stream()
                .filter(sentence -> !planted.contains(sentence))
                .map(sentence -> new Quote(passage, sentence.start(), sentence.end()))
                .filter(quote -> tells(quote.words()))
                .toList();
    }

    private static boolean tells(String words) {
        return WHOLE.matcher(words).matches()
                && !BESIDE_THE_TEXT.matcher(words).find()
                && words.split("\\s+").length >= FEWEST_WORDS;
    }
}
