package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.testing.TinyCorpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class RerankerTest {
    private static final Hit LIBRARY = hit(TinyCorpus.LIBRARY, 0.9);
    private static final Hit BRIDGE = hit(TinyCorpus.BRIDGE, 0.8);
    private static final Hit ORCHARD = hit(TinyCorpus.ORCHARD, 0.7);
    private static final ScoringModel LIKES_BRIDGES = new Liking("bridge");

    @Test
    void movesUpAPassageInWhichTheModelFindsTheAnswer() {
        assertThat(documents(new Reranker(LIKES_BRIDGES, 3, 0.5).rerank("?", List.of(LIBRARY, BRIDGE, ORCHARD))))
                .containsExactly("bridge", "library", "orchard");
    }

    @Test
    void readsNoMoreThanSoManyPassages() {
        assertThat(documents(new Reranker(LIKES_BRIDGES, 1, 0.5).rerank("?", List.of(LIBRARY, BRIDGE, ORCHARD))))
                .containsExactly("library", "bridge", "orchard");
    }

    @Test
    void leavesTheOrderAloneWithoutWeight() {
        assertThat(documents(new Reranker(LIKES_BRIDGES, 3, 0).rerank("?", List.of(LIBRARY, BRIDGE))))
                .containsExactly("library", "bridge");
        assertThat(new Reranker(LIKES_BRIDGES, 3, 0).rerank("?", List.of())).isEmpty();
    }

    private static Hit hit(Document document, double score) {
        Passage first = TinyCorpus.passages(document).getFirst();
        return new Hit(first, score);
    }

    private static List<String> documents(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().document()).toList();
    }

    /** Is sure of every passage that holds a word, and sure that the others don't answer. */
    private record Liking(String word) implements ScoringModel {
        @Override
        public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
            return Response.from(segments.stream()
                    .map(segment -> segment.text().contains(word) ? 8.0 : -8.0)
                    .toList());
        }
    }
}
