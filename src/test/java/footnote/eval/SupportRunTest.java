package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import footnote.answer.check.SupportCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SupportRunTest {
    private static final Path SQUAD =
            Path.of(System.getProperty("footnote.evaluation", "")).resolve("squad2");

    @Test
    void tellsRightSentencesFromSubtlyWrongOnesOfTheQuestionSet() {
        assumeThat(Files.isDirectory(SQUAD)).isTrue();

        SupportRun.Figures figures = new SupportRun(SupportCheck.byWords()).measure(SQUAD, 200);

        assertThat(figures.pairs()).isEqualTo(200);
        assertThat(share(figures.through())).isGreaterThan(0.85);
        assertThat(share(figures.withheld())).isGreaterThan(0.8);
    }

    @Test
    void makesTheSamePairsTwiceEachWithSomethingChanged() {
        assumeThat(Files.isDirectory(SQUAD)).isTrue();
        QuestionSet set = QuestionSet.read(SQUAD);

        List<SupportPair> pairs = new SupportPairs(set).pairs(50);

        assertThat(pairs).isEqualTo(new SupportPairs(set).pairs(50)).hasSize(50).allSatisfy(pair -> assertThat(
                        pair.wrong())
                .isNotEqualTo(pair.right()));
    }

    private static double share(Map<String, String> counts) {
        String[] parts = counts.getOrDefault("ALL", "0/1").split("/", -1);
        return Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
    }
}
