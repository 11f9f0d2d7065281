package footnote.answer;

import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A span that may answer, with what speaks for it.
 *
 * @param probability that it is right, calibrated
 */
public record Candidate(Hit hit, SpanReader.Span span, Signals signals, double probability) {
    private static final Pattern UNSPOKEN = Pattern.compile("\\b(?:a|an|the)\\b|[^\\p{L}\\p{N} ]");

    public Passage passage() {
        return hit.passage();
    }

    /** The span's words. */
    public String words() {
        return passage().text().substring(span.start(), span.end());
    }

    /** The span's words for comparing: small letters, no articles, no punctuation. */
    String said() {
        return normal(words());
    }

    static String normal(String words) {
        String plain = UNSPOKEN.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return String.join(" ", plain.strip().split("\\s+"));
    }

    /** From the first sentence that the span touches to the last. */
    Draft.Quote quote() {
        return quote(passage(), span);
    }

    static Draft.Quote quote(Passage passage, SpanReader.Span span) {
        int from = span.start();
        int to = span.end();
        for (Sentences.Span sentence : Sentences.of(passage.text())) {
            if (sentence.start() < span.end() && sentence.end() > span.start()) {
                from = Math.min(from, sentence.start());
                to = Math.max(to, sentence.end());
            }
        }
        return new Draft.Quote(passage, from, to);
    }
}
