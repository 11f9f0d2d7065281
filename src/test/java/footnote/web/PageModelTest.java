package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.Browser;
import footnote.testing.FakeProvider;
import footnote.testing.FakeProvider.Behaviour;
import footnote.testing.ServedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** What the page shows of a language model that is slow, fails or is cut off, over the product with a provider of this machine. */
final class PageModelTest {
    private static final String QUESTION = "At what time was the call set?";
    private static final List<String> ANSWER = List.of("The call ", "was set ", "for 20:30 ", "GMT. ", "[1]");

    private static FakeProvider provider;
    private static ServedProcess served;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        browser = Browser.start();
        provider = new FakeProvider();
        served = product(data);
    }

    private static ServedProcess product(Path data) throws IOException, InterruptedException {
        ServedProcess started = ServedProcess.start(
                Path.of("seeds").toAbsolutePath(), data, "--model", "openai:m", "--model-url", provider.url());
        started.awaitReady();
        return started;
    }

    @AfterAll
    static void stop() {
        browser.close();
        served.close();
        provider.close();
    }

    @BeforeEach
    void visit() {
        provider.behaviour = Behaviour.NORMAL;
        provider.pieces = ANSWER;
        provider.pause = Duration.ofMillis(1);
        browser.visit(served.at("/"));
    }

    @AfterEach
    void leavesNoFault() {
        assertThat(browser.faults()).isEmpty();
    }

    private static void writeSlowly() {
        provider.pieces = Collections.nCopies(5_000, "slowly ");
        provider.pause = Duration.ofMillis(20);
        browser.ask(QUESTION);
        browser.awaits("document.querySelector('.turn-answer').textContent.length > 40");
    }

    @Test
    void showsTheEvidenceThenEveryPieceThenTheCheckedAnswer() {
        provider.pause = Duration.ofMillis(150);
        browser.script("""
                window.seen = [];
                new MutationObserver(() => {
                  const answer = document.querySelector(".turn-answer p:not(.working)");
                  if (answer && window.seen.at(-1) !== answer.textContent) window.seen.push(answer.textContent);
                  if (answer && !document.querySelector(".evidence-card")) window.seen.push("no evidence");
                }).observe(document.querySelector("#turns"), {childList: true, subtree: true});
                """);

        browser.ask(QUESTION);

        browser.awaitState("answered");
        List<String> seen = browser.list("window.seen");
        assertThat(seen).hasSizeGreaterThan(3).doesNotContain("no evidence");
        assertThat(seen.getFirst()).isEqualTo("The call");
        assertThat(browser.texts(".turn-answer .marker")).containsExactly("1");
        browser.click(".receipt summary");
        assertThat(browser.text(".receipt")).contains("openai:m");
    }

    @Test
    void announcesWhatIsWrittenSentenceBySentence() {
        provider.pieces = List.of(
                "The call ",
                "was set for ",
                "20:",
                "30 GMT. [1]",
                " It was ",
                "Putin, the Kremlin ",
                "leader, who asked for it. [1]");
        provider.pause = Duration.ofMillis(60);
        browser.script("""
                window.announced = [];
                new MutationObserver((changes) => changes.forEach((one) => one.addedNodes.forEach((node) =>
                  window.announced.push([node.textContent.trim(), document.querySelectorAll(".marker").length === 0]))))
                  .observe(document.querySelector("#announcer"), {childList: true});
                """);

        browser.ask("At what time was the call set and who asked for it?");

        browser.awaitState("answered");
        browser.awaits("window.announced.length > 1");
        assertThat(browser.list("window.announced.map(([said]) => said)"))
                .containsExactly(
                        "The call was set for 20:30 GMT.", "It was Putin, the Kremlin leader, who asked for it.");
        assertThat(browser.script("return window.announced[0][1]"))
                .as("said while it was still written")
                .isEqualTo(true);
    }

    @Test
    void endsTheCallWhenTheReaderStopsAndAsksAgainWhenTheReaderWants() throws InterruptedException {
        writeSlowly();

        browser.press(Keys.ESCAPE);

        browser.awaitState("stopped");
        assertThat(browser.text(".trouble")).contains("unfinished and unchecked");
        assertThat(provider.left.await(30, TimeUnit.SECONDS)).isTrue();

        provider.pieces = ANSWER;
        browser.click("[aria-label='Ask again']");
        browser.awaitState("answered");
        assertThat(browser.text(".turn-answer")).startsWith("The call was set for 20:30 GMT.");
    }

    @Test
    void sendsAnEditedQuestionInPlaceOfTheOldOne() {
        browser.ask(QUESTION);
        browser.awaitState("answered");

        browser.click("[aria-label='Edit the question']");
        browser.press(" Say it briefly." + Keys.ENTER);

        browser.awaits("document.querySelector('.question').textContent.endsWith('briefly.')");
        browser.awaitState("answered");
        assertThat(provider.asked.getLast()).contains("Say it briefly.").doesNotContain("\"assistant\"");
        assertThat(browser.count(".turn")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, refused Footnote's key",
        "OUT_OF_QUOTA, is out of quota",
        "BROKEN, was out of reach",
        "CUT, broke off",
        "MALFORMED, broke off"
    })
    void saysThatTheEmbeddedAnswererStoodInAndWhy(Behaviour behaviour, String why) {
        provider.behaviour = behaviour;

        browser.ask(QUESTION);

        browser.awaitState("answered");
        assertThat(browser.text(".turn-notice")).isEqualTo("The model " + why + ", so the embedded answerer answered.");
        assertThat(browser.text(".turn-answer")).contains("20:30 GMT");
        assertThat(browser.count(".turn-answer .marker")).isPositive();
    }

    @Test
    void saysThatASentenceWasWithheld() {
        provider.pieces = List.of("The call was set for 20:30 GMT. [1] ", "It lasted nine hours. [1]");

        browser.ask(QUESTION);

        browser.awaitState("answered");
        assertThat(browser.text(".turn-notice")).contains("One sentence was withheld");
        assertThat(browser.text(".turn-answer")).doesNotContain("nine hours");
    }

    @Test
    void takesBackWhatTheModelInvented() {
        provider.pieces = List.of("The call lasted nine hours. [1]");

        browser.ask(QUESTION);

        browser.awaitState("declined");
        assertThat(browser.text(".turn-answer")).doesNotContain("nine hours");
        assertThat(browser.count(".closest li")).isPositive();
    }

    @Test
    void saysThatAnAnswerBrokeOffWhenTheServerDiesInTheMiddle(@TempDir Path other)
            throws IOException, InterruptedException {
        try (ServedProcess dying = product(other)) {
            browser.visit(dying.at("/"));
            writeSlowly();

            dying.kill();

            browser.awaitState("failed");
            assertThat(browser.text(".trouble")).contains("broke off before it was complete and checked");
            browser.click(".trouble button");
            browser.awaitState("offline");
            assertThat(browser.text(".trouble"))
                    .contains("The server can’t be reached.")
                    .contains("Try again");
        }
    }
}
