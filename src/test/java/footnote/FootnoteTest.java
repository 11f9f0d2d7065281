package footnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FootnoteTest {
    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Path passages = Files.createDirectories(folder.resolve("passages"));
        Files.writeString(
                passages.resolve("library.txt"),
                "The Harbour Street library opened in 1931. Its reading room was rebuilt after a flood in 2004.");
        Files.writeString(passages.resolve("bridge.md"), "# Old bridge\n\nThe old bridge over the Tarn was closed.");
        environment.put("FOOTNOTE_PASSAGES", passages.toString());
        environment.put("FOOTNOTE_DATA", folder.resolve("data").toString());
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Footnote.run(arguments, environment, folder, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void indexTellsWhatChangedAndWhatItSkipped() throws IOException {
        Files.writeString(folder.resolve("passages/note.xyz"), "Text.");
        assertThat(run("index")).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "2 added, 0 changed, 0 removed, 0 unchanged, 1 skipped",
                        "skipped note.xyz: not a format that Footnote reads");

        Files.writeString(folder.resolve("passages/library.txt"), "The library is open.");
        Files.delete(folder.resolve("passages/bridge.md"));
        assertThat(run("index")).isZero();
        assertThat(out.toString()).startsWith("0 added, 1 changed, 1 removed, 0 unchanged, 1 skipped");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void askAnswersWithFootnotesOrDeclines() {
        assertThat(run("ask", "When did the Harbour Street library open?")).isZero();
        assertThat(out.toString()).contains("1931").contains("[1] library (undated)");

        assertThat(run("ask", "Who invented the telescope?")).isEqualTo(3);
        assertThat(out.toString()).contains("don't answer this question");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void askRefusesABlankQuestionByTheRule() {
        assertThat(run("ask", "  ")).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("QUESTION must not be blank");
    }

    @Test
    void askReadsTheLastCommitWhileAnotherProcessWrites() {
        assertThat(run("index")).isZero();
        Path index = folder.resolve("data/index");
        try (var writer = footnote.search.PassageWriter.open(index, new footnote.testing.HashEmbedder())) {
            assertThat(run("ask", "When did the Harbour Street library open?")).isZero();
            assertThat(writer.index().state().documents()).isZero();
        }
        assertThat(out.toString()).contains("1931");
    }

    @Test
    void askSaysThatThereIsNothingToReadYet() {
        Path index = folder.resolve("data/index");
        try (var writer = footnote.search.PassageWriter.open(index, new footnote.testing.HashEmbedder())) {
            assertThat(run("ask", "When did the Harbour Street library open?")).isEqualTo(1);
            assertThat(writer.index().state().documents()).isZero();
        }
        assertThat(err.toString().lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith("no index can be read in"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--allow-origins=example.org|--allow-origins must list web sites like https://example.org|'example.org'",
                "--allow-origins=https://a.example,https://b.example/path|--allow-origins|'https://b.example/path'",
                "--allow-origins=*|--allow-origins|'*'",
                "--embed-origins=https://A.example|--embed-origins|'https://A.example'",
                "--embed-origins=https://a.example;script-src *|--embed-origins|script-src",
                "--public-url=ftp://example.org|--public-url must be an address like https://example.org|ftp://example.org",
                "--public-url=https://example.org?a=b|--public-url|https://example.org?a=b",
                "--requests-per-minute=-1|--requests-per-minute must be 0 or more|-1",
                "--questions-in-flight=0|--questions-in-flight must be 1 or more|0",
            })
    void aSettingOfTheServerThatBreaksItsRuleIsNamedBeforeAnythingStarts(String option, String rule, String value) {
        assertThat(run("serve", option)).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith(rule).contains(value));
    }

    @ParameterizedTest
    @CsvSource({
        "--colour=red, --colour",
        "--port=many, many",
        "--as-of=yesterday, yesterday",
        "--public-url=docs, docs",
        "--slack-api=ftp://slack.com/, ftp://slack.com/",
        "sing, sing",
    })
    void aWrongOptionIsNamed(String option, String named) {
        assertThat(run(option)).isEqualTo(2);
        assertThat(err.toString()).contains(named).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOOTNOTE_COLOUR", "FOOTNOTE_PASSAGE"})
    void anUnknownVariableOfItsOwnIsNamed(String variable) {
        environment.put(variable, "red");

        assertThat(run("index")).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("unknown environment variable " + variable);
    }

    @Test
    void otherVariablesAndSecretsAreNotItsBusiness() {
        environment.put("COLOUR", "red");
        environment.put("FOOTNOTE_API_KEYS", "do-not-print");

        assertThat(run("index")).isZero();
        assertThat(out.toString() + err).doesNotContain("do-not-print");
    }

    @Test
    void anUnknownSettingInTheFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("footnote.properties"), "colour = red\n");

        assertThat(run("index")).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("unknown setting 'colour' in footnote.properties");
    }

    @Test
    void aBadValueInTheEnvironmentIsNamed() {
        environment.put("FOOTNOTE_AS_OF", "yesterday");

        assertThat(run("index")).isEqualTo(2);
        assertThat(err.toString()).contains("--as-of").contains("yesterday").doesNotContain("\tat ");
    }

    @Test
    void aFolderOfPassagesThatIsNotThereIsNamed() {
        assertThat(run("index", "--passages", folder.resolve("missing").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--passages must be a folder that exists, got")
                .contains("missing");
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        Path one = Files.createDirectories(folder.resolve("one"));
        Files.writeString(one.resolve("a.txt"), "One.");
        Files.writeString(
                folder.resolve("footnote.properties"),
                "passages = " + one.toString().replace("\\", "\\\\") + "\n");
        assertThat(run("index", "--passages", one.toString())).isZero();
        assertThat(out.toString()).as("command line").startsWith("1 added");

        environment.put("FOOTNOTE_DATA", folder.resolve("other").toString());
        assertThat(run("index")).isZero();
        assertThat(out.toString()).as("environment").startsWith("2 added");

        environment.remove("FOOTNOTE_PASSAGES");
        assertThat(run("index")).isZero();
        assertThat(out.toString()).as("file").startsWith("1 added, 0 changed, 2 removed");
    }

    @Test
    void aDataFolderInUseIsOneSentence() throws IOException {
        Path data = folder.resolve("data");
        try (var writer =
                footnote.search.PassageWriter.open(data.resolve("index"), new footnote.testing.HashEmbedder())) {
            assertThat(run("index")).isEqualTo(1);
            assertThat(writer.index().state().documents()).isZero();
        }
        assertThat(err.toString().lines()).singleElement().satisfies(line -> assertThat(line)
                .startsWith("another Footnote is using the data folder"));
    }

    @Test
    void calibratePrintsAllParametersAlsoIntoAPipe() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set"));
        Files.writeString(set.resolve("corpus.jsonl"), """
                {"id": "a#0", "title": "Library", "text": "The Harbour Street library opened in 1931."}
                {"id": "b#0", "title": "Bridge", "text": "The old bridge over the Tarn was closed by Lena Moro."}
                """);
        Files.writeString(set.resolve("questions.jsonl"), """
                {"id": "1", "question": "When did the library open?", "answers": ["1931"], "answerable": true, "passages": ["a#0"], "type": "span"}
                {"id": "2", "question": "Who closed the bridge?", "answers": ["Lena Moro"], "answerable": true, "passages": ["b#0"], "type": "span"}
                {"id": "3", "question": "Who painted the library?", "answers": [], "answerable": false, "passages": ["a#0"], "type": "none"}
                {"id": "4", "question": "When was the bridge sold?", "answers": [], "answerable": false, "passages": ["b#0"], "type": "none"}
                """);
        PrintWriter pipe = new PrintWriter(new BufferedWriter(out), true);

        assertThat(Footnote.run(
                        new String[] {"calibrate", set.toString()},
                        environment,
                        folder,
                        pipe,
                        new PrintWriter(err, true)))
                .isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("odds="))
                .anyMatch(line -> line.startsWith("threshold="));
    }

    @Test
    void helpNamesEveryCommandAndOption() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("serve", "ask", "index", "eval", "--passages", "--data", "--host", "--port", "--as-of")
                .contains("--public-url", "--allow-origins", "--embed-origins", "--feedback")
                .contains("--requests-per-minute", "--questions-in-flight", "--slack-api");
    }
}
