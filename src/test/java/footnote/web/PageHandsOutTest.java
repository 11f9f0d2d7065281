package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.Browser;
import footnote.testing.Outgoing;
import footnote.testing.Patience;
import footnote.testing.RunningServer;
import footnote.testing.ServedProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the page, over the product with its real models: every marker has the same number everywhere. */
final class PageHandsOutTest {
    private static final String SEVERAL_FOOTNOTES = "Who said that his side wants dialogue?";

    private static ServedProcess served;
    private static Browser browser;
    private static Path feedback = Path.of("");

    private Outgoing outgoing;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        browser = Browser.start();
        served = ServedProcess.start(Path.of("seeds").toAbsolutePath(), data);
        served.awaitReady();
        feedback = data.resolve("feedback.jsonl");
    }

    @AfterAll
    static void stop() {
        browser.close();
        served.close();
    }

    @BeforeEach
    void ask() {
        browser.visit(served.at("/"));
        outgoing = Outgoing.of(browser);
        browser.ask(SEVERAL_FOOTNOTES);
        browser.awaitState("answered");
    }

    @AfterEach
    void leavesNoFault() {
        assertThat(browser.faults()).isEmpty();
    }

    private static String quote(int marker) {
        return browser.script(
                        "return document.querySelector(`.footnotes li[data-marker='${arguments[0]}'] blockquote`).textContent",
                        marker)
                .toString();
    }

    private static List<Integer> markers() {
        return browser.texts(".footnotes .footnote-number").stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static String opened() {
        browser.awaits("document.querySelector('mark.current')");
        return browser.script(
                        "return [...document.querySelectorAll('mark.current')].map((one) => one.textContent).join('')")
                .toString();
    }

    @Test
    void givesEveryMarkerTheSameNumberEverywhere() {
        String copied = outgoing.copiedBy("[aria-label='Copy with footnotes']");
        String markdown = outgoing.savedBy("#export-markdown");
        JsonNode reply = RunningServer.json(outgoing.savedBy("#export-json")).at("/turns/0/reply");

        assertThat(markers())
                .hasSizeGreaterThan(1)
                .isEqualTo(browser.texts(".turn-answer .marker").stream()
                        .map(Integer::valueOf)
                        .distinct()
                        .toList());
        for (int marker : markers()) {
            String quote = quote(marker);
            assertThat(copied)
                    .contains("[" + marker + "]")
                    .containsPattern("\n\\[" + marker + "] .*30 December 2021.*");
            assertThat(line(copied, "[" + marker + "] ")).contains("“" + quote + "”");
            assertThat(line(markdown, "- \\[" + marker + "\\] ")).contains("“" + quote + "”", "30 December 2021");
            JsonNode citation = reply.at("/citations/" + (marker - 1));
            assertThat(citation.get("marker").intValue()).isEqualTo(marker);
            assertThat(citation.get("quote").textValue()).isEqualTo(quote);
            assertThat(reply.get("answer").textValue()).contains("[" + marker + "]");
            browser.click(".turn-answer .marker[data-marker='" + marker + "']");
            assertThat(opened()).isEqualTo(quote);
            assertThat(browser.script("return document.querySelector('mark.current').dataset.marker"))
                    .isEqualTo(String.valueOf(marker));
            browser.click("[aria-label='Close the document']");
        }
    }

    private static String line(String text, String start) {
        return text.lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
    }

    @Test
    void sharesALinkThatOpensTheDocumentAtTheQuoteForAnybody() {
        String quote = quote(1);
        browser.click(".footnotes a");
        browser.awaits("document.querySelector('mark.current')");
        String link = outgoing.copiedBy("[aria-label='Copy a link to this place']");

        browser.visit(URI.create(link));

        assertThat(opened()).isEqualTo(quote);
        assertThat(browser.count(".turn")).isZero();
    }

    @Test
    void keepsFeedbackWithItsComment() throws IOException {
        browser.click("[aria-label='A bad answer']");
        browser.type(".comment textarea", "The second footnote is beside the point.");
        browser.click(".comment [type='submit']");

        browser.awaits("document.querySelector('.actions [role=status]').textContent === 'Thank you, that is kept.'");
        assertThat(Patience.until(() -> Files.exists(feedback))).isTrue();
        assertThat(Files.readAllLines(feedback))
                .last()
                .asString()
                .contains("\"down\"", "The second footnote is beside the point.");
        assertThat(browser.find("[aria-label='A bad answer']").getDomAttribute("aria-pressed"))
                .isEqualTo("true");
    }
}
