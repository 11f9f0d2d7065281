package footnote.answer;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import footnote.domain.Hit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the best passages of a search and orders those under one title by what a model finds in them, as an answer does with
 * its sources. Only {@code eval} uses it: an answerer has read the passages anyway.
 *
 * @param model scores in logits, 0 where answer and no answer are even
 * @param passages how many of the best are read
 */
public record Reranker(ScoringModel model, int passages) {
    /** All the hits, in their new order. */
    public List<Hit> rerank(String question, List<Hit> hits) {
        List<Hit> read = hits.subList(0, Math.min(passages, hits.size()));
        if (read.isEmpty()) {
            return hits;
        }
        List<TextSegment> texts =
                read.stream().map(hit -> TextSegment.from(hit.passage().text())).toList();
        List<Hit> ordered = TitleOrder.of(read, model.scoreAll(texts, question).content());
        return Stream.concat(ordered.stream(), hits.stream().skip(read.size())).toList();
    }
}
