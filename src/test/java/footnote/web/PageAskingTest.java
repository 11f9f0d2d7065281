package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.Browser;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

final class PageAskingTest {
    private static final String QUESTION = "What about the call between Biden and Putin?";

    private static ScriptedAnswerer answerer = new ScriptedAnswerer();
    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data) {
        browser = Browser.start();
        server = RunningServer.over(Path.of("seeds"), data, answerer, settings -> settings);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @BeforeEach
    void visit() {
        browser.visit(server.at("/"));
    }

    @AfterEach
    void leavesNoFault() {
        assertThat(browser.faults()).isEmpty();
    }

    @Test
    void sendsOnEnterAndBreaksTheLineOnShiftEnter() {
        browser.type("#question", "first" + Keys.chord(Keys.SHIFT, Keys.ENTER) + "second");
        assertThat(browser.count(".turn")).isZero();

        browser.press(Keys.ENTER);

        browser.awaitState("answered");
        assertThat(browser.script("return document.querySelector('.question').textContent"))
                .isEqualTo("first\nsecond");
    }

    @Test
    void asksTheQuestionThatALinkBringsAndOnlyOnce() {
        browser.visit(server.at("/?q=Who+asked+for+%3Cb%3Ethe%3C%2Fb%3E+call%3F"));

        browser.awaitState("answered");
        assertThat(browser.script("return document.querySelector('.question').textContent"))
                .isEqualTo("Who asked for <b>the</b> call?");
        assertThat(browser.script("return location.search")).isEqualTo("");
    }

    @Test
    void sendsNothingForBlanks() {
        browser.ask("   ");

        assertThat(browser.count(".turn")).isZero();
        assertThat(browser.find("#send").isEnabled()).isFalse();
    }

    @Test
    void comesBackToTheQuestionOnASlash() {
        browser.click("#toggle-conversations");

        browser.press("/");

        assertThat(browser.script("return document.activeElement.id")).isEqualTo("question");
        assertThat(browser.script("return document.activeElement.value")).isEqualTo("");
    }

    @Test
    void showsTheEvidenceBeforeTheAnswerAndStopsOnEscape() throws InterruptedException {
        browser.ask("A slow question about the call");
        browser.awaits("document.querySelectorAll('.evidence-card').length > 0");
        browser.awaits("document.querySelector('.turn-answer').textContent.length > 20");
        assertThat(browser.count(".marker")).isZero();
        assertThat(browser.find("#stop").isDisplayed()).isTrue();

        browser.press(Keys.ESCAPE);

        browser.awaitState("stopped");
        assertThat(browser.text(".trouble")).contains("unfinished and unchecked");
        assertThat(browser.find("#send").isDisplayed()).isTrue();
        assertThat(answerer.wasLeft()).isTrue();
    }

    @Test
    void replacesWhatWasStreamedByTheCheckedAnswerWithItsMarkers() {
        browser.ask(QUESTION);

        browser.awaitState("answered");
        assertThat(browser.texts(".turn-answer .marker")).containsExactly("1", "2", "3");
        assertThat(browser.texts(".footnotes .footnote-number")).containsExactly("1", "2", "3");
        assertThat(browser.text(".receipt summary")).isEqualTo("Confidence 93 %");
    }

    @Test
    void asksAgainInTheSamePlace() {
        browser.ask(QUESTION);
        browser.awaitState("answered");
        int before = answerer.asked().size();

        browser.click("[aria-label='Ask again']");

        browser.awaits("document.querySelector('.turn').dataset.state === 'answered'");
        browser.awaits("document.querySelector('#stop').hidden");
        assertThat(browser.count(".turn")).isOne();
        assertThat(answerer.asked()).hasSize(before + 1);
    }

    @Test
    void editsAQuestionAndDropsWhatCameAfterIt() {
        browser.ask(QUESTION);
        browser.awaitState("answered");
        browser.ask("And what of the troops?");
        browser.awaitState("answered");

        browser.click(".turn:first-child [aria-label='Edit the question']");
        assertThat(browser.text("#editing")).contains("answers after this question go");
        browser.press(" Indeed?" + Keys.ENTER);

        browser.awaits("document.querySelectorAll('.turn').length === 1");
        browser.awaitState("answered");
        assertThat(browser.text(".question")).isEqualTo(QUESTION + " Indeed?");
    }

    @Test
    void leavesTheConversationAsItIsWhenEditingIsGivenUp() {
        browser.ask(QUESTION);
        browser.awaitState("answered");
        browser.click("[aria-label='Edit the question']");

        browser.press(Keys.ESCAPE);

        assertThat(browser.find("#editing").isDisplayed()).isFalse();
        assertThat(browser.script("return document.querySelector('#question').value"))
                .isEqualTo("");
        assertThat(browser.count(".turn")).isOne();
    }

    @Test
    void sendsTheConversationSoFarWithAFollowUp() {
        browser.ask(QUESTION);
        browser.awaitState("answered");
        browser.ask("And what of the troops?");
        browser.awaitState("answered");

        var history = answerer.asked().getLast().question().history();
        assertThat(history).hasSize(2);
        assertThat(history.getFirst().text()).isEqualTo(QUESTION);
    }

    @Test
    void showsTheClosestPassagesAsNoAnswer() {
        browser.ask("Please decline the call");

        browser.awaitState("declined");
        assertThat(browser.text(".closest h3")).contains("Closest passages", "not an answer");
        assertThat(browser.texts(".closest-origin"))
                .isNotEmpty()
                .allMatch(origin -> origin.contains("30 December 2021"));
        assertThat(browser.count(".marker")).isZero();
    }

    @Test
    void offersToTryAgainAfterAFault() {
        browser.ask("Please fail about the call");

        browser.awaitState("failed");
        assertThat(browser.text(".trouble")).contains("because of a fault").contains("Try again");
    }

    @Test
    void saysWhenAnAnswerBrokeOff() {
        browser.ask("Please break off about the call");

        browser.awaitState("failed");
        assertThat(browser.text(".trouble")).contains("broke off before it was complete and checked");
    }

    @Test
    void showsANoticeQuietly() {
        browser.ask("Give notice about the call");

        browser.awaitState("answered");
        assertThat(browser.text(".turn-notice")).isEqualTo("The model was out of reach, so another answerer stood in.");
    }

    @Test
    void waitsWhileTheServerIsStartingAndAsksThen() {
        server.setReady(false);
        try {
            browser.ask(QUESTION);
            browser.awaitState("starting");
            assertThat(browser.text("#banner")).contains("reading its passages");
        } finally {
            server.setReady(true);
        }

        browser.awaitState("answered");
        assertThat(browser.find("#banner").isDisplayed()).isFalse();
    }

    @Test
    void asksOnlyWithinTheChosenDates() {
        browser.click("#dates-summary");
        browser.script("""
                for (const [id, day] of [["date-from", "2021-12-01"], ["date-to", "2021-12-31"]]) {
                  document.getElementById(id).value = day;
                  document.getElementById(id).dispatchEvent(new Event("change"));
                }
                """);
        assertThat(browser.text("#dates-label")).isEqualTo("1 Dec 2021 – 31 Dec 2021");

        browser.ask(QUESTION);
        browser.awaitState("answered");

        assertThat(answerer.asked().getLast().question().from()).isEqualTo(LocalDate.of(2021, 12, 1));
        assertThat(browser.text(".turn .chip")).isEqualTo("Dated 1 Dec 2021 – 31 Dec 2021");
        browser.click("#dates-remove");
        assertThat(browser.text("#dates-label")).isEqualTo("Any date");
    }

    @Test
    void announcesTheAnswerBySentences() {
        browser.ask(QUESTION);
        browser.awaitState("answered");

        assertThat(browser.script("return document.querySelectorAll('#announcer > span').length"))
                .isEqualTo(3L);
        assertThat(browser.script("return document.querySelector('#announcer').getAttribute('aria-live')"))
                .isEqualTo("polite");
    }
}
