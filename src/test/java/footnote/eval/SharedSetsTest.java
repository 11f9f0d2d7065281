package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the real sets, where the folder {@code footnote.evaluation} holds them. */
class SharedSetsTest {
    private final Path folder = Path.of(System.getProperty("footnote.evaluation", "nowhere"));

    @BeforeEach
    void needTheSets() {
        assumeTrue(Files.isDirectory(folder), "no evaluation sets at " + folder);
    }

    @ParameterizedTest
    @CsvSource({
        "squad2, 613, 5841, 2787, 3054",
        "realtimeqa, 4690, 583, 150, 433",
        "multihop_rag, 326, 251, 36, 215",
        "rgb, 702, 146, 46, 50",
        "timeqa, 159, 1170, 178, 992",
        "time, 423, 42, 0, 42",
        "cranfield, 1400, 225, 0, 225",
        "injection_bipia, 125, 125, 83, 0",
        "seed, 1, 30, 10, 0"
    })
    void readsEverySet(String name, int documents, int questions, int unanswerable, int judged) {
        QuestionSet set = QuestionSet.read(folder.resolve(name));

        assertThat(set.name()).isEqualTo(name);
        assertThat(set.documents()).hasSize(documents);
        assertThat(set.questions()).hasSize(questions);
        assertThat(set.questions())
                .filteredOn(question -> !question.answerable())
                .hasSize(unanswerable);
        assertThat(set.questions())
                .filteredOn(question -> !question.relevant().isEmpty())
                .hasSize(judged);
    }

    @Test
    void givesTheFigureOfAlwaysDeclining() {
        QuestionSet set = QuestionSet.read(folder.resolve("squad2"));

        AnswerFigures figures =
                AnswerFigures.of(set.questions().stream().map(Replies::declined).toList());

        // The sets' own page: always abstaining makes 47.71 exact match and F1.
        assertThat(figures).isEqualTo(new AnswerFigures(2787 / 5841.0, 2787 / 5841.0, 0.0, 0.0, 1.0));
    }
}
