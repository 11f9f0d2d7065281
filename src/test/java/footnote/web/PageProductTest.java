package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.Browser;
import footnote.testing.ServedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Asking, over the product as its users start it: the embedded answerer reads the seeds with its real models. */
final class PageProductTest {
    private static final String TROOPS = "How many troops does Russia keep at the border?";
    private static final String ASKED_FOR = "Who asked for the call?";

    private static ServedProcess served;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        browser = Browser.start();
        served = ServedProcess.start(Path.of("seeds").toAbsolutePath(), data);
        served.awaitReady();
    }

    @AfterAll
    static void stop() {
        browser.close();
        served.close();
    }

    @BeforeEach
    void visit() {
        browser.visit(served.at("/"));
        browser.awaits("document.querySelector('.starters .suggestion')");
    }

    @AfterEach
    void leavesNoFault() {
        assertThat(browser.faults()).isEmpty();
    }

    private static String answer() {
        return browser.text(".turn:last-child .turn-answer");
    }

    @Test
    void everyQuestionItBeginsWithIsAnswered() {
        List<String> starters = browser.texts(".starters .suggestion");
        assertThat(starters).hasSizeBetween(3, 4);

        for (int at = 1; at <= starters.size(); at++) {
            browser.click("#new-conversation");
            browser.click(".starters li:nth-child(" + at + ") .suggestion");
            browser.awaitState("answered");
            assertThat(browser.text(".question")).isEqualTo(starters.get(at - 1));
            assertThat(browser.count(".turn-answer .marker"))
                    .as(starters.get(at - 1))
                    .isPositive();
        }
    }

    @Test
    void aNewConversationLeavesTheQuestionsWhereTheyAre() {
        String searches =
                "performance.getEntriesByType('resource').filter((one) => one.name.includes('/api/search?')).length";
        browser.script("window.first = document.querySelector('.starters .suggestion'); window.before = " + searches);

        browser.click("#new-conversation");

        browser.awaits(searches + " === 2 * window.before");
        browser.scriptLater("setTimeout(arguments[0], 100)");
        assertThat(browser.script("return window.first.isConnected")).isEqualTo(true);
    }

    @Test
    void showsTheEvidenceFirstThenTheAnswerWithItsFootnotes() {
        browser.script("""
                window.seen = [];
                const holds = (what) => document.querySelector(`.turn ${what}`) !== null;
                new MutationObserver(() => {
                  const now = holds(".marker") ? "footnotes" : holds(".turn-answer p:not(.working)") ? "text" : holds(".evidence-card") ? "evidence" : "nothing";
                  if (window.seen.at(-1) !== now) window.seen.push(now);
                }).observe(document.querySelector("#turns"), {childList: true, subtree: true});
                """);

        browser.ask(TROOPS);

        browser.awaitState("answered");
        assertThat(browser.list("window.seen.filter((one) => one !== 'text')"))
                .containsExactly("nothing", "evidence", "footnotes");
        assertThat(answer()).contains("100,000");
        assertThat(browser.texts(".footnotes .footnote-number"))
                .containsExactlyElementsOf(browser.texts(".turn-answer .marker").stream()
                        .distinct()
                        .toList());
    }

    @Test
    void stopsAndTriesAgain() {
        browser.script("""
                new MutationObserver((changes, watch) => {
                  if (!document.querySelector(".evidence-card")) return;
                  watch.disconnect();
                  document.querySelector("#stop").click();
                }).observe(document.querySelector("#turns"), {childList: true, subtree: true});
                """);
        browser.ask(TROOPS);
        browser.awaitState("stopped");
        assertThat(browser.count(".marker")).isZero();

        browser.click("[aria-label='Ask again']");

        browser.awaitState("answered");
        assertThat(answer()).contains("100,000");
        assertThat(browser.count(".turn")).isOne();
    }

    @Test
    void editsAQuestionAndAsksAgain() {
        browser.ask(TROOPS);
        browser.awaitState("answered");

        browser.click("[aria-label='Edit the question']");
        browser.press(Keys.chord(Keys.CONTROL, "a") + ASKED_FOR + Keys.ENTER);

        browser.awaits("document.querySelector('.question').textContent === '" + ASKED_FOR + "'");
        browser.awaitState("answered");
        assertThat(browser.count(".turn")).isOne();
        assertThat(answer()).contains("Putin");
    }

    @Test
    void understandsAFollowUpFromTheConversation() {
        browser.ask(ASKED_FOR);
        browser.awaitState("answered");

        browser.ask("At what time was it set?");

        browser.awaits("document.querySelectorAll('.turn').length === 2");
        browser.awaitState("answered");
        assertThat(answer()).contains("20:30 GMT");
    }

    @Test
    void saysThatThePassagesAreSilentAndShowsTheClosest() {
        browser.ask("How tall is the moon?");

        browser.awaitState("declined");
        assertThat(browser.text(".closest h3")).contains("not an answer");
        assertThat(browser.texts(".closest-origin")).isNotEmpty().allMatch(origin -> origin.contains("December 2021"));
        assertThat(browser.count(".marker")).isZero();
        assertThat(browser.count(".turn-next .suggestion")).isZero();
    }

    @Test
    void leavesOutATimeThatItUnderstoodWhenItsChipIsRemoved() {
        browser.ask("What did the Russians publish in December 2021?");
        browser.awaitState("answered");
        assertThat(browser.text(".time-chip")).contains("“in December 2021”", "1 Dec 2021 – 31 Dec 2021");

        browser.click(".time-chip button");

        browser.awaits("document.querySelectorAll('.turn').length === 2");
        browser.awaitState("answered");
        assertThat(browser.text(".turn:last-child .question")).isEqualTo("What did the Russians publish?");
        assertThat(browser.count(".turn:last-child .time-chip")).isZero();
    }

    @Test
    void readsOnlyDocumentsWithinTheChosenDates() {
        browser.script("""
                const from = document.querySelector("#date-from");
                from.value = "2022-01-01";
                from.dispatchEvent(new Event("change"));
                """);
        browser.ask(TROOPS);
        browser.awaitState("declined");
        assertThat(browser.text(".turn .chip")).isEqualTo("Dated since 1 Jan 2022");
        assertThat(browser.count(".closest")).isZero();

        browser.click("#dates-remove");
        browser.ask(TROOPS);

        browser.awaits("document.querySelectorAll('.turn').length === 2");
        browser.awaitState("answered");
        assertThat(browser.count(".turn:last-child .chip")).isZero();
    }

    @Test
    void saysWhenItIsOfflineAndGoesOnAfterwards() {
        browser.offline(true);
        try {
            browser.ask(TROOPS);
            browser.awaitState("offline");
            assertThat(browser.text(".trouble")).contains("You are offline");
        } finally {
            browser.offline(false);
        }

        browser.click(".trouble button");

        browser.awaitState("answered");
    }

    @Test
    void goesOnWithQuestionsThatThePassagesAnswer() {
        browser.ask(ASKED_FOR);
        browser.awaitState("answered");
        assertThat(browser.count(".turn-next .suggestion")).isPositive();

        browser.click(".turn-next .suggestion");

        browser.awaits("document.querySelectorAll('.turn').length === 2");
        browser.awaitState("answered");
    }
}
