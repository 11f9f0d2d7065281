package footnote.answer;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import footnote.domain.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Moves the passages up in which a model finds the answer. Only {@code eval} uses it: the answerer reads all the evidence
 * anyway, whatever its order, and as a part of search it would cost ten times what search costs.
 *
 * @param model scores in logits, 0 where answer and no answer are even
 * @param passages how many of the best are read
 * @param weight how much a sure answer adds to the fused score, whose best is about 1
 */
public record Reranker(ScoringModel model, int passages, double weight) {
    /** Half as steep as the model's own logits, which are surer than they should be. */
    private static final double SLOPE = 0.5;

    /** All the hits, in their new order. */
    public List<Hit> rerank(String question, List<Hit> hits) {
        List<Hit> read = hits.subList(0, Math.min(passages, hits.size()));
        if (read.isEmpty()) {
            return List.of();
        }
        List<TextSegment> texts =
                read.stream().map(hit -> TextSegment.from(hit.passage().text())).toList();
        List<Double> odds = model.scoreAll(texts, question).content();
        List<Hit> ranked = new ArrayList<>(hits);
        for (int at = 0; at < read.size(); at++) {
            double sure = 1 / (1 + Math.exp(-SLOPE * odds.get(at)));
            ranked.set(at, new Hit(read.get(at).passage(), read.get(at).score() + weight * sure));
        }
        ranked.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.passage()
                .id()));
        return ranked;
    }
}
