package footnote.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ReRankingContentAggregator;
import dev.langchain4j.rag.query.Query;
import footnote.answer.SpanReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanScoringModelTest {
    private static final String QUESTION = "Who paints the boats?";
    private static final String BESIDE = "The harbour was frozen all winter.";
    private static final String ANSWER = "Every spring Ada Holm paints the boats.";

    @Test
    void aPassagesScoreIsItsOdds() {
        try (var reader = new ScriptedReader()) {
            var model = new SpanScoringModel(reader);

            assertThat(model.scoreAll(segments("sure", "unsure", "empty"), QUESTION)
                            .content())
                    .containsExactly(5.0, -1.0, Double.NEGATIVE_INFINITY);
            assertThat(model.score("sure", QUESTION).content()).isEqualTo(5.0);
        }
    }

    @Test
    void rerankingPutsThePassageWithTheAnswerFirst() {
        try (var reader = OnnxSpanReader.open()) {
            var query = Query.from(QUESTION);
            var found = List.of(Content.from(BESIDE), Content.from(ANSWER));
            var ranked = new ReRankingContentAggregator(new SpanScoringModel(reader))
                    .aggregate(Map.of(query, List.of(found)));

            assertThat(ranked)
                    .extracting(content -> content.textSegment().text())
                    .containsExactly(ANSWER, BESIDE);
        }
    }

    private static List<TextSegment> segments(String... texts) {
        return List.of(texts).stream().map(TextSegment::from).toList();
    }

    /** Gives each passage the reading that its text names. */
    private static final class ScriptedReader implements SpanReader {
        private static final Map<String, Reading> SCRIPT = Map.of(
                "sure", new Reading(List.of(new Span(0, 4, 7)), 2),
                "unsure", new Reading(List.of(new Span(0, 6, 2)), 3),
                "empty", new Reading(List.of(), 0));

        @Override
        public List<Reading> read(String question, List<String> passages) {
            return passages.stream().map(SCRIPT::get).toList();
        }

        @Override
        public void close() {}
    }
}
