package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.Candidate;
import footnote.answer.Signals;
import footnote.answer.SpanReader.Span;
import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.Passage;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CalibrationFitTest {
    private static final String TEXT = "It opened in 1931.";
    private static final Passage PASSAGE =
            Passage.of(new Document("d", "t", null, null, null, TEXT, List.of(), "f"), "", 0, TEXT.length());

    /** Eight passages: odds above 4 are right; alone: already those above 0. */
    @Test
    void weighsAPassageThatWasReadAloneByItself() throws IOException {
        String file =
                new CalibrationFit(Map.of("set", judged(8, 4)), Map.of("set", judged(1, 0), "none", List.of())).file();

        Properties fitted = new Properties();
        fitted.load(new StringReader(file));
        assertThat(evenOdds(fitted, "")).isBetween(3.0, 5.0);
        assertThat(evenOdds(fitted, "alone.")).isBetween(-1.0, 1.0);
        assertThat(file).contains("set gold passage alone").doesNotContain("none");
        assertThat(Double.parseDouble(fitted.getProperty("threshold"))).isBetween(0.01, 0.99);
        assertThat(Double.parseDouble(fitted.getProperty("alone.threshold"))).isBetween(0.01, 0.99);
    }

    @Test
    void takesTheSameWeightsWhereNothingWasReadAlone() throws IOException {
        Properties fitted = new Properties();
        fitted.load(new StringReader(new CalibrationFit(Map.of("set", judged(8, 4)), Map.of()).file()));

        assertThat(fitted.getProperty("alone.odds")).isEqualTo(fitted.getProperty("odds"));
        assertThat(fitted.getProperty("alone.threshold")).isEqualTo(fitted.getProperty("threshold"));
    }

    /** Nothing is lost by an answer to an answerable question, however wrong; much by one to another. */
    @Test
    void choosesAThresholdForAPassageThatWasReadAloneByItself() throws IOException {
        List<Judged> unanswerable = judged(1, 10).stream()
                .map(judged -> new Judged(
                        Replies.unanswerable(judged.question().id()), judged.passages(), judged.candidates()))
                .toList();
        List<Judged> mixed = Stream.concat(
                        judged(1, -11).stream().skip(8), unanswerable.stream().limit(13))
                .toList();

        Properties fitted = new Properties();
        fitted.load(new StringReader(new CalibrationFit(Map.of("set", judged(8, 4)), Map.of("set", mixed)).file()));

        assertThat(Double.parseDouble(fitted.getProperty("threshold"))).isLessThan(0.1);
        assertThat(Double.parseDouble(fitted.getProperty("alone.threshold"))).isBetween(0.1, 0.8);
    }

    /** Where the probability is a half. */
    private static double evenOdds(Properties fitted, String prefix) {
        double bias = Double.parseDouble(fitted.getProperty(prefix + "bias"));
        return -bias / Double.parseDouble(fitted.getProperty(prefix + "odds"));
    }

    private static List<Judged> judged(int passages, int rightAbove) {
        List<Judged> judged = new ArrayList<>();
        for (int odds = -10; odds <= 10; odds++) {
            String gold = odds > rightAbove ? "1931" : "another";
            Signals signals = new Signals(odds, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            Candidate candidate = new Candidate(new Hit(PASSAGE, 1), new Span(13, 17, 5), signals, 0.5);
            judged.add(new Judged(Replies.answerable("q" + odds, gold), passages, List.of(candidate)));
        }
        return judged;
    }
}
