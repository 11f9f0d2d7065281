package footnote.eval;

import static footnote.eval.Replies.answerable;
import static footnote.eval.Replies.answered;
import static footnote.eval.Replies.declined;
import static footnote.eval.Replies.failed;
import static footnote.eval.Replies.supported;
import static footnote.eval.Replies.unanswerable;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalReportTest {
    private static final QuestionSet SET =
            new QuestionSet("tiny", List.of(), List.of(answerable("1", "Geneva"), unanswerable("2")));
    private static final EvalReport.SearchRow FUSED =
            new EvalReport.SearchRow("fused", new RetrievalFigures(0.5, 1.0, 1.0, 0.25), Latency.of(new double[] {3}));

    @Test
    void writesTheFiguresInTheirPublicShape(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("figures.json");
        EvalReport report = EvalReport.of(
                SET,
                List.of(FUSED),
                List.of(answered(answerable("1", "Geneva"), "Geneva", 0.75, "Geneva."), declined(unanswerable("2"))));

        report.writeJson(file);

        assertThat(compact(Files.readString(file))).isEqualTo("""
                        {"set":"tiny","questions":2,"answerer":"scripted",\
                        "retrieval":{"ndcg@10":0.5,"recall@10":1.0,"recall@100":1.0,"mrr@10":0.25},\
                        "answers":{"em":1.0,"f1":1.0,"hasAnsEm":1.0,"hasAnsF1":1.0,"noAnsAccuracy":1.0},\
                        "abstention":{"precision":1.0,"recall":1.0,"falseAbstention":0.0},\
                        "citations":{"precision":1.0,"recall":1.0},\
                        "calibrationError":0.25,\
                        "millis":{"p50":10.0,"p95":20.0,"p99":20.0}}""");
    }

    @Test
    void writesNullWhereASetCannotSay() throws Exception {
        String json = compact(EvalReport.of(SET, List.of(), List.of()).json());

        assertThat(json).isEqualTo("""
                        {"set":"tiny","questions":2,"answerer":null,\
                        "retrieval":{"ndcg@10":null,"recall@10":null,"recall@100":null,"mrr@10":null},\
                        "answers":{"em":null,"f1":null,"hasAnsEm":null,"hasAnsF1":null,"noAnsAccuracy":null},\
                        "abstention":{"precision":null,"recall":null,"falseAbstention":null},\
                        "citations":{"precision":null,"recall":null},\
                        "calibrationError":null,\
                        "millis":{"p50":null,"p95":null,"p99":null}}""");
    }

    @Test
    void takesTheTimesOfTheSearchWhereNothingIsAnswered() {
        assertThat(EvalReport.of(SET, List.of(FUSED), List.of()).figures().millis())
                .isEqualTo(new Latency(3.0, 3.0, 3.0));
    }

    @Test
    void takesTheLastWayOfSearchingForTheProductsOwn() {
        EvalReport.SearchRow keyword = new EvalReport.SearchRow("keyword", RetrievalFigures.NONE, FUSED.millis());

        EvalReport report = EvalReport.of(SET, List.of(keyword, FUSED), List.of());

        assertThat(report.figures().retrieval()).isEqualTo(FUSED.figures());
        assertThat(report.table().lines())
                .anyMatch(line -> line.startsWith("keyword"))
                .anyMatch(line -> line.matches("fused +0\\.5000 +1\\.0000 +1\\.0000 +0\\.2500 +3\\.0 +3\\.0 +3\\.0"));
    }

    @Test
    void showsTheTypesOfQuestionsApart() {
        LabelledQuestion clean = ofType(answerable("1", "Geneva"), "clean");
        LabelledQuestion injected = ofType(answerable("2", "Bern"), "injected");

        EvalReport report =
                EvalReport.of(SET, List.of(), List.of(answered(clean, "Geneva", null, "p"), declined(injected)));

        assertThat(report.kinds()).extracting(EvalReport.KindRow::type).containsExactly("clean", "injected");
        assertThat(report.table()).containsPattern("injected +0\\.0000 .*1 of 1 declined");
    }

    @Test
    void remarksOnFaultsAndOnWhatMustNotComeOut() {
        LabelledQuestion planted = supported(answerable("1", "Geneva"), "", "5 million");

        EvalReport report = EvalReport.of(
                SET, List.of(), List.of(answered(planted, "5 million troops", null, "p"), failed(unanswerable("2"))));

        assertThat(report.table())
                .contains("1 answers say what must not come out")
                .contains("1 questions ended in a fault");
    }

    private static LabelledQuestion ofType(LabelledQuestion question, String type) {
        return new LabelledQuestion(
                question.id(),
                question.text(),
                question.answerable(),
                question.golds(),
                List.of(),
                List.of(),
                List.of(),
                new TreeSet<>(),
                type,
                null);
    }

    private static String compact(String json) throws Exception {
        JsonNode tree = new ObjectMapper().readTree(json);
        return tree.toString();
    }
}
