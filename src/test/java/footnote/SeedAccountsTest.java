package footnote;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.Assistant;
import footnote.domain.Answer;
import footnote.domain.Question;
import footnote.ingest.Progress;
import footnote.testing.Asking;
import footnote.testing.Quotations;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that want more than a few words, with the real models on the seeds. */
class SeedAccountsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Wiring wiring;
    private static Assistant assistant;

    @BeforeAll
    static void open(@TempDir Path data) throws InterruptedException {
        Options options = new Options();
        options.passages = Path.of("seeds");
        options.data = data;
        wiring = Wiring.open(options);
        wiring.update(Progress.SILENT);
        wiring.embed(Progress.SILENT);
        assistant = wiring.assistant();
    }

    @AfterAll
    static void close() {
        wiring.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tell me about the call | 20:30 GMT",
                "Can you summarise the call? | asked for it",
                "What did Biden say to Putin? | prepared to retaliate",
                "What did Putin tell Biden? | holiday message",
                "What did the Kremlin spokesman say? | in the mood for a talk",
                "Describe Russia's demands | NATO will not expand further",
                "Tell me about the sanctions | little effect",
                "What happened to Crimea? | annexed by Putin in 2014",
                "What do we know about the negotiations? | Geneva",
                "Summarise the tensions between Russia and the West | diplomatic way out",
                "Summarise the article | diplomatic avenue",
                "What is this about? | diplomatic way out"
            })
    void tellsOfItInSentencesThatItCites(String question, String told) {
        Answer answer = Asking.of(assistant, Question.of(question, TODAY));

        assertThat(answer.answer().replaceAll("\\s+", " ")).contains(told);
        assertThat(answer.citations()).isNotEmpty();
        Quotations.assertExact(answer, wiring.index());
        assertThat(answer.confidence()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did Zelensky say about the call?",
                "What did the White House say?",
                "What did Macron say?",
                "What did Xi Jinping say to Putin?",
                "Tell me about the sanctions against Iran",
                "Summarise the Paris climate deal",
                "Explain photosynthesis",
                "Describe the football match",
                "Tell me about the gas pipeline",
                "List the members of the European Union",
                "What happened in Minsk?",
                "What happened in 2008 in Georgia?"
            })
    void declinesWhatTheSeedsDoNotTell(String question) {
        assertThat(Asking.of(assistant, Question.of(question, TODAY)).status()).isEqualTo(Answer.Status.DECLINED);
    }
}
