package footnote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import footnote.answer.Assistant;
import footnote.domain.Answer;
import footnote.domain.Question;
import footnote.eval.LabelledQuestion;
import footnote.eval.QuestionSet;
import footnote.ingest.Progress;
import footnote.testing.Asking;
import footnote.testing.Quotations;
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
                Answer answer = Asking.of(assistant, Question.of(question.text(), TODAY));
                Quotations.assertExact(answer, wiring.index());
                if (question.answerable() && !holdsAnAcceptedAnswer(answer, question.golds())) {
                    wrong.add(question.text());
                }
                if (!question.answerable() && answer.status() == Answer.Status.ANSWERED) {
                    invented.add(question.text());
                }
            }
            assertThat(wrong).as("of 20 answerable questions").hasSizeLessThanOrEqualTo(1);
            assertThat(invented).as("of 10 unanswerable questions").isEmpty();
        }
    }

    /** The answer says it, and a passage that it cites says it, be it in another accepted form. */
    private static boolean holdsAnAcceptedAnswer(Answer answer, List<String> golds) {
        return holdsOne(answer.answer(), golds)
                && answer.citations().stream().anyMatch(citation -> holdsOne(citation.quote(), golds));
    }

    private static boolean holdsOne(String words, List<String> golds) {
        return golds.stream().anyMatch(gold -> plain(words).contains(plain(gold)));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
    }
}
