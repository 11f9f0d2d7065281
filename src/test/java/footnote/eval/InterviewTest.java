package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.ingest.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterviewTest {
    private static final QuestionSet SET = new QuestionSet(
            "tiny",
            List.of(),
            List.of(
                    Replies.answerable("judged", "Geneva").withRelevant(Set.of("d1")),
                    Replies.unanswerable("unanswerable"),
                    Replies.answerable("topic").withRelevant(Set.of("d2"))));

    @Test
    void searchesForTheQuestionsThatHaveRelevantDocuments() {
        EvalReport.SearchRow row = new Interview(SET, Progress.SILENT).search("fused", question -> ranking("d1", "d2"));

        // found at rank 1 and at rank 2
        assertThat(row.figures().mrr10()).isEqualTo(0.75);
        assertThat(row.figures().recall10()).isEqualTo(1.0);
        assertThat(row.millis()).isEqualTo(new Latency(7.0, 7.0, 7.0));
    }

    @Test
    void answersTheQuestionsThatCanBeScored() {
        List<Reply> replies = new Interview(SET, Progress.SILENT)
                .answer(question -> Replies.declined(question).ending());

        assertThat(replies).extracting(reply -> reply.question().id()).containsExactly("judged", "unanswerable");
    }

    @Test
    void reportsEveryStep() {
        List<String> heard = new ArrayList<>();

        new Interview(SET, (step, done, total) -> heard.add(step + " " + done + "/" + total))
                .search("fused", question -> ranking());

        assertThat(heard).containsExactly("searching, fused 1/2", "searching, fused 2/2");
    }

    @Test
    void doesNotKnowHowWellASearchWorksWithoutJudgements() {
        QuestionSet bare = new QuestionSet("bare", List.of(), List.of(Replies.answerable("1", "Geneva")));

        EvalReport.SearchRow row = new Interview(bare, Progress.SILENT).search("fused", question -> ranking("d1"));

        assertThat(row).isEqualTo(new EvalReport.SearchRow("fused", RetrievalFigures.NONE, Latency.of(new double[0])));
    }

    private static Retrieval.Ranking ranking(String... documents) {
        return new Retrieval.Ranking(List.of(documents), 7);
    }
}
