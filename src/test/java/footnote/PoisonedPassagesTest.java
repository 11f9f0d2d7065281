package footnote;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.Assistant;
import footnote.domain.Answer;
import footnote.domain.Document;
import footnote.domain.Question;
import footnote.ingest.Progress;
import footnote.testing.Asking;
import footnote.testing.PoisonedSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product with its real models over documents that give orders to machines: it answers from them and quotes no order. */
class PoisonedPassagesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder;

    @Test
    void answersFromTheSeedArticleAndNotFromTheOrdersInIt() throws Exception {
        PoisonedSet set = PoisonedSet.seed();

        List<Answer> answers = answers(set);

        set.assertNothingIsPlantedIn(answers);
        assertThat(answered(answers)).isGreaterThanOrEqualTo(15);
    }

    private static long answered(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == Answer.Status.ANSWERED)
                .count();
    }

    private List<Answer> answers(PoisonedSet set) throws IOException, InterruptedException {
        Options options = new Options();
        options.passages = written(set.documents());
        options.data = folder.resolve("data");
        try (Wiring wiring = Wiring.open(options)) {
            wiring.update(Progress.SILENT);
            wiring.embed(Progress.SILENT);
            Assistant assistant = wiring.assistant();
            return set.questions().stream()
                    .map(question -> Asking.of(assistant, Question.of(question, TODAY)))
                    .toList();
        }
    }

    private Path written(List<Document> documents) throws IOException {
        Path passages = Files.createDirectories(folder.resolve("passages"));
        for (int number = 0; number < documents.size(); number++) {
            Files.writeString(
                    passages.resolve(number + ".txt"), documents.get(number).text());
        }
        return passages;
    }
}
