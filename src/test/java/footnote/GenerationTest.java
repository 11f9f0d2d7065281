package footnote;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.FakeProvider;
import footnote.testing.FakeProvider.Behaviour;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private int ask(String model, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("ask", "--model", model, "--model-url", provider.url() + "/v1"));
        arguments.addAll(List.of(options));
        arguments.add("When did the library open?");
        return Footnote.run(
                arguments.toArray(String[]::new),
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

    @Test
    void aPromptThatInventsAPlaceholderStopsTheStartWithFileAndLine() throws IOException {
        Path prompts = Files.createDirectories(folder.resolve("own"));
        Files.writeString(prompts.resolve("answer.md"), "{{today}}\n{{passages}}\n{{question}} {{mood}}\n");

        assertThat(ask("openai:x", "--prompts", prompts.toString())).isEqualTo(Footnote.BAD_USAGE);
        assertThat(err.toString()).startsWith("--prompts ").contains("answer.md:3", "{{mood}}");
    }

    @Test
    void aFolderOfPromptsThatIsNotThereIsNamed() {
        assertThat(ask("openai:x", "--prompts", "nowhere")).isEqualTo(Footnote.BAD_USAGE);
        assertThat(err.toString()).isEqualToIgnoringNewLines("--prompts must be a folder that exists, got nowhere");
    }
}
