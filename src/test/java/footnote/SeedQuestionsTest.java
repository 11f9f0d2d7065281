package footnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import footnote.answer.Assistant;
import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Citation;
import footnote.domain.Question;
import footnote.eval.LabelledQuestion;
import footnote.eval.QuestionSet;
import footnote.ingest.Progress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, with the real models: the questions of the seed set, asked of the original article and of our own seeds. */
class SeedQuestionsTest {
    private static final Path SETS = Path.of(System.getProperty("footnote.evaluation", "none"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path data;

    @Test
    void answersAndDeclinesOnTheOriginalArticle() throws InterruptedException {
        Path original = SETS.resolveSibling("seeds");
        assumeThat(original).as("the original article is not there").isDirectory();
        assertDoesItsJob(original);
    }

    @Test
    void answersAndDeclinesOnItsOwnSeeds() throws InterruptedException {
        assertDoesItsJob(Path.of("seeds"));
    }

    private void assertDoesItsJob(Path passages) throws InterruptedException {
        assumeThat(SETS.resolve("seed")).as("the question sets are not there").isDirectory();
        Options options = new Options();
        options.passages = passages;
        options.data = data;
        try (Wiring wiring = Wiring.open(options)) {
            wiring.update(Progress.SILENT);
            wiring.embed(Progress.SILENT);
            Assistant assistant = wiring.assistant();
            List<String> wrong = new ArrayList<>();
            List<String> invented = new ArrayList<>();
            for (LabelledQuestion question :
                    QuestionSet.read(SETS.resolve("seed")).questions()) {
                Answer answer = ask(assistant, question.text());
                assertQuotesAreExact(wiring, answer);
                if (question.answerable() && !holdsAnAcceptedAnswer(answer, question.golds())) {
                    wrong.add(question.text());
                }
                if (!question.answerable() && answer.status() == Answer.Status.ANSWERED) {
                    invented.add(question.text());
                }
            }
            assertThat(wrong).as("of 20 answerable questions").hasSizeLessThanOrEqualTo(3);
            assertThat(invented).as("of 10 unanswerable questions").hasSizeLessThanOrEqualTo(2);
        }
    }

    private static Answer ask(Assistant assistant, String question) {
        List<AnswerEvent> heard = new ArrayList<>();
        assistant.ask(Question.of(question, TODAY), heard::add);
        return switch (heard.getLast()) {
            case AnswerEvent.Completed completed -> completed.answer();
            case AnswerEvent.Declined declined -> declined.closest();
            case AnswerEvent.Failed failed -> throw new AssertionError(failed.message());
            case AnswerEvent.Sources sources -> throw new AssertionError("no ending after " + sources);
            case AnswerEvent.Text text -> throw new AssertionError("no ending after " + text);
        };
    }

    private static void assertQuotesAreExact(Wiring wiring, Answer answer) {
        for (Citation citation : answer.citations()) {
            String text = wiring.index()
                    .document(citation.document())
                    .orElseThrow()
                    .document()
                    .text();
            assertThat(text.substring(citation.start(), citation.end())).isEqualTo(citation.quote());
        }
    }

    private static boolean holdsAnAcceptedAnswer(Answer answer, List<String> golds) {
        return golds.stream()
                .map(SeedQuestionsTest::plain)
                .anyMatch(gold -> plain(answer.answer()).contains(gold)
                        && answer.citations().stream()
                                .anyMatch(citation -> plain(citation.quote()).contains(gold)));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
    }
}
