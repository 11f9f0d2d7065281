package footnote.testing;

import footnote.answer.SpanReader;
import java.util.List;

/** A span reader that knows one phrase: where a passage holds it, it answers with it, surely; elsewhere with nothing. */
public final class PhraseReader implements SpanReader {
    private final List<String> phrases;

    public PhraseReader(String... phrases) {
        this.phrases = List.of(phrases);
    }

    @Override
    public List<Reading> read(String question, List<String> passages) {
        return passages.stream().map(this::read).toList();
    }

    private Reading read(String passage) {
        for (String phrase : phrases) {
            int at = passage.indexOf(phrase);
            if (at >= 0) {
                return new Reading(List.of(new Span(at, at + phrase.length(), 8)), -4);
            }
        }
        int end = Math.min(passage.length(), 5);
        return new Reading(end == 0 ? List.of() : List.of(new Span(0, end, -3)), 6);
    }

    @Override
    public void close() {}
}
