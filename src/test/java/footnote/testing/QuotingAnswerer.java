package footnote.testing;

import footnote.answer.Answerer;
import footnote.answer.Draft;
import footnote.answer.Evidence;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The simplest answerer that is one: it quotes the first sentence that shares a long word with the question, or declines. */
public final class QuotingAnswerer implements Answerer {
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    @Override
    public String name() {
        return "quoting";
    }

    @Override
    public Draft answer(Evidence evidence, Consumer<String> pieces) {
        List<String> words = NOT_WORD.splitAsStream(evidence.question().text().toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 4)
                .toList();
        for (Passage passage : evidence.passages()) {
            for (Sentences.Span span : Sentences.of(passage.text())) {
                String sentence = span.of(passage.text());
                if (words.stream().anyMatch(sentence.toLowerCase(Locale.ROOT)::contains)) {
                    pieces.accept(sentence);
                    return draft(sentence, new Draft.Quote(passage, span.start(), span.end()));
                }
            }
        }
        return new Draft(List.of(), null, null, null, name(), null);
    }

    private Draft draft(String sentence, Draft.Quote quote) {
        return new Draft(List.of(new Draft.Statement(sentence, List.of(quote))), sentence, null, 1.0, name(), null);
    }
}
