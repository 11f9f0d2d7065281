package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.ingest.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Progress progress = new TerminalProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    @Test
    void writesOverItsLineAndEndsItWithTheStep() {
        progress.report("reading", 1, 2);
        progress.report("reading", 2, 2);

        assertThat(written()).isEqualTo("\rreading: 1 of 2\rreading: 2 of 2" + System.lineSeparator());
    }

    @Test
    void writesOnlyOnceAPercent() {
        for (int done = 1; done <= 10_000; done++) {
            progress.report("reading", done, 10_000);
        }

        assertThat(written().chars().filter(c -> c == '\r').count()).isEqualTo(101);
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
