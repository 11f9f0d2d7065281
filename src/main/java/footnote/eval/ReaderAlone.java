package footnote.eval;

import footnote.answer.Answerer;
import footnote.answer.Draft;
import footnote.answer.Draft.Quote;
import footnote.answer.Draft.Statement;
import footnote.answer.Evidence;
import footnote.answer.SpanReader;
import footnote.answer.SpanReader.Reading;
import footnote.answer.SpanReader.Span;
import footnote.domain.Passage;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The span reader by itself, to compare the product with: it answers with the span of the best odds if these reach the
 * reader's own threshold, and knows of nothing else. Threads may share it.
 *
 * @param reader stays its owner's to close
 * @param leastOdds of a span that is given, in logits
 */
public record ReaderAlone(SpanReader reader, double leastOdds) implements Answerer {
    @Override
    public String name() {
        return "reader";
    }

    @Override
    public Draft answer(Evidence evidence, Consumer<String> pieces) {
        List<Passage> passages = evidence.passages();
        List<Reading> readings = reader.read(
                evidence.question().text(), passages.stream().map(Passage::text).toList());
        int best = IntStream.range(0, readings.size())
                .boxed()
                .max(Comparator.comparingDouble(at -> readings.get(at).odds()))
                .orElse(-1);
        if (best < 0 || readings.get(best).odds() < leastOdds) {
            return new Draft(List.of(), null, null, null, name(), null);
        }
        Span span = readings.get(best).spans().getFirst();
        Quote quote = new Quote(passages.get(best), span.start(), span.end());
        String words = quote.passage().text().substring(span.start(), span.end());
        pieces.accept(words);
        return new Draft(List.of(new Statement(words, List.of(quote))), words, null, null, name(), null);
    }
}
