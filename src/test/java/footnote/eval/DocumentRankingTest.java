package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import footnote.answer.Reranker;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.domain.Question;
import footnote.testing.TinyCorpus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DocumentRankingTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 1);

    private final List<Integer> asked = new ArrayList<>();

    @Test
    void ranksADocumentByItsBestPassage() {
        List<Hit> hits = List.of(hit("b", 0), hit("a", 0), hit("b", 1), hit("c", 0));

        assertThat(ranking(hits)).containsExactly("b", "a", "c");
        assertThat(asked).containsExactly(100);
    }

    @Test
    void looksDeeperUntilAHundredDocumentsAreFound() {
        List<Hit> hits = new ArrayList<>();
        for (int document = 0; document < 150; document++) {
            for (int passage = 0; passage < 5; passage++) {
                hits.add(hit("d" + document, passage));
            }
        }

        assertThat(ranking(hits))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(n -> "d" + n).toList());
        assertThat(asked).containsExactly(100, 400, 1_600);
    }

    @Test
    void givesUpWhereNoDocumentsAreLeft() {
        List<Hit> hits = IntStream.range(0, 300).mapToObj(n -> hit("same", n)).toList();

        assertThat(ranking(hits)).containsExactly("same");
        assertThat(asked).containsExactly(100, 400);
    }

    @Test
    void keepsTheOrderOfTheFirstSearchWhereADeeperOneDiffers() {
        PassageSearch search = (question, passages) -> {
            List<Hit> hits = new ArrayList<>();
            for (int n = 0; n < passages; n++) {
                hits.add(hit(passages == 100 ? "first" : n % 2 == 0 ? "second" : "first", n));
            }
            return hits;
        };

        assertThat(new DocumentRanking(search, TODAY)
                        .ranking(Replies.answerable("1", "x"))
                        .documents())
                .containsExactly("first", "second");
    }

    @Test
    void readsThePassagesOfTheFirstSearchOnly() {
        List<String> read = new ArrayList<>();
        ScoringModel model = new ScoringModel() {
            @Override
            public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
                segments.forEach(segment -> read.add(segment.text()));
                return Response.from(segments.stream().map(segment -> 0.0).toList());
            }
        };
        List<Hit> hits = IntStream.range(0, 300).mapToObj(n -> hit("same", n)).toList();

        assertThat(ranking(PassageSearch.reranked(searching(hits), new Reranker(model, 2))))
                .containsExactly("same");
        assertThat(asked).containsExactly(100, 400);
        assertThat(read).containsExactly("x", "x");
    }

    private List<String> ranking(List<Hit> all) {
        return ranking(searching(all));
    }

    private static List<String> ranking(PassageSearch search) {
        return new DocumentRanking(search, TODAY)
                .ranking(Replies.answerable("1", "x"))
                .documents();
    }

    private PassageSearch searching(List<Hit> all) {
        return (Question question, int passages) -> {
            asked.add(passages);
            return all.subList(0, Math.min(passages, all.size()));
        };
    }

    private static Hit hit(String document, int place) {
        String text = "x".repeat(place + 1);
        return new Hit(
                Passage.of(TinyCorpus.document(document, "", null, text), "", place, place + 1), 1.0 / (place + 1));
    }
}
