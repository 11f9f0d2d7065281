package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.testing.TinyCorpus;
import java.util.List;
import org.junit.jupiter.api.Test;

class RerankerTest {
    private static final ScoringModel LIKES_BRIDGES = new Liking("bridge");

    private final Hit road = hit("road", "The road was widened.", 0.9);
    private final Hit bridge = hit("bridge", "The bridge was closed.", 0.8);
    private final Hit weir = hit("weir", "The weir was dug.", 0.7);

    @Test
    void movesUpAPassageInWhichTheModelFindsTheAnswer() {
        assertThat(documents(new Reranker(LIKES_BRIDGES, 3).rerank("?", List.of(road, bridge, weir))))
                .containsExactly("bridge", "road", "weir");
    }

    @Test
    void readsNoMoreThanSoManyPassages() {
        assertThat(documents(new Reranker(LIKES_BRIDGES, 1).rerank("?", List.of(road, bridge, weir))))
                .containsExactly("road", "bridge", "weir");
    }

    @Test
    void readsNothingWhereNothingWasFound() {
        assertThat(new Reranker(LIKES_BRIDGES, 3).rerank("?", List.of())).isEmpty();
    }

    private static Hit hit(String id, String text, double score) {
        Document document = TinyCorpus.document(id, "Works in the valley", null, text);
        return new Hit(TinyCorpus.passages(document).getFirst(), score);
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
