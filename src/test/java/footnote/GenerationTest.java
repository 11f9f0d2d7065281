package footnote;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.FakeProvider;
import footnote.testing.FakeProvider.Behaviour;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {
    @TempDir
    Path folder;

    private final FakeProvider provider = new FakeProvider();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("passages")).resolve("library.txt"),
                "The Harbour Street library opened in 1931. Its reading room was rebuilt after a flood in 2004.");
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private int ask(String model) {
        return Footnote.run(
                new String[] {
                    "ask", "--model", model, "--model-url", provider.url() + "/v1", "When did the library open?"
                },
                Map.of(
                        "FOOTNOTE_PASSAGES", folder.resolve("passages").toString(),
                        "FOOTNOTE_DATA", folder.resolve("data").toString()),
                folder,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    @Test
    void theModelWritesAndThePassagesAreCited() {
        assertThat(ask("openai:x")).isZero();
        assertThat(out.toString()).contains("The library opened in 1931.").contains("[1] library (undated)");
        assertThat(provider.asked).singleElement().asString().contains("Harbour Street library", "\"model\"");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whatTheModelInventsIsNotPrinted() {
        provider.pieces = List.of("The library opened ", "in 1957. [1]");

        assertThat(ask("openai:x")).isEqualTo(Footnote.DECLINED);
        assertThat(out.toString()).contains("don't answer this question").doesNotContain("1957");
    }

    @Test
    void theEmbeddedAnswererStandsInForAModelThatRefusesAndSaysSo() {
        provider.behaviour = Behaviour.UNAUTHORIZED;

        assertThat(ask("openai:x")).isZero();
        assertThat(out.toString()).contains("1931", "[1] library (undated)").containsIgnoringCase("embedded");
    }

    @Test
    void aModelOfNoKnownProviderIsNamed() {
        assertThat(ask("gpt")).isEqualTo(Footnote.BAD_USAGE);
        assertThat(err.toString())
                .startsWith("--model must be 'embedded' or PROVIDER:NAME")
                .contains("got 'gpt'");
    }
}
