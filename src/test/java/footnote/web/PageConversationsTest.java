package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.Browser;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

final class PageConversationsTest {
    private static final String CALL = "What about the call between Biden and Putin?";
    private static final String TROOPS = "And what of the troops?";

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data) {
        browser = Browser.start();
        server = RunningServer.over(Path.of("seeds"), data, new ScriptedAnswerer(), settings -> settings);
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

    private static void ask(String question) {
        browser.ask(question);
        browser.awaitState("answered");
    }

    private static void askInANewConversation(String question) {
        browser.click("#new-conversation");
        ask(question);
    }

    @Test
    void keepsAConversationAcrossAReload() {
        ask(CALL);

        browser.reload();

        browser.awaitState("answered");
        assertThat(browser.text(".question")).isEqualTo(CALL);
        assertThat(browser.texts(".turn-answer .marker")).containsExactly("1", "2", "3");
    }

    @Test
    void listsSearchesRenamesAndDeletesConversations() {
        ask(CALL);
        askInANewConversation(TROOPS);
        assertThat(browser.texts(".conversation")).containsExactly(TROOPS, CALL);

        browser.type("#search-conversations", "troops and");
        assertThat(browser.texts(".conversation")).containsExactly(TROOPS);
        browser.script(
                "const s = document.querySelector('#search-conversations'); s.value = ''; s.dispatchEvent(new Event('input'));");

        browser.click("[aria-label^='Rename: And']");
        browser.press(Keys.chord(Keys.CONTROL, "a") + "Soldiers" + Keys.ENTER);
        assertThat(browser.texts(".conversation")).contains("Soldiers");

        browser.click("[aria-label='Delete: Soldiers']");
        browser.click(".confirm .button");
        assertThat(browser.texts(".conversation")).containsExactly(CALL);
        assertThat(browser.count(".turn")).isZero();
        assertThat(browser.find("#welcome").isDisplayed()).isTrue();
    }

    @Test
    void opensAnEarlierConversation() {
        ask(CALL);
        askInANewConversation(TROOPS);

        browser.click("#conversation-list li:last-child .conversation");

        assertThat(browser.texts(".question")).containsExactly(CALL);
    }

    @Test
    void startsWithRubbishInItsStorage() {
        browser.script("""
                localStorage.setItem("footnote.conversation.a", "{not JSON");
                localStorage.setItem("footnote.conversation.b", JSON.stringify({title: 7, turns: [{question: 1}, null, {question: "Kept?", state: "answered", reply: {citations: "no"}}]}));
                localStorage.setItem("footnote.conversation.c", "null");
                localStorage.setItem("footnote.theme", "{");
                """);

        browser.reload();

        browser.awaits("document.querySelectorAll('.conversation').length === 1");
        browser.click(".conversation");
        assertThat(browser.texts(".question")).containsExactly("Kept?");
    }

    @Test
    void saysWhenTheStorageIsFullAndGoesOn() {
        browser.script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };");

        ask(CALL);

        assertThat(browser.text("#banner")).contains("storage is full");
        assertThat(browser.texts(".conversation")).containsExactly(CALL);
    }

    @Test
    void staysWhatItIsWithTwoHundredTurns() {
        ask(CALL);
        browser.script("""
                const key = Object.keys(localStorage).find((one) => one.startsWith("footnote.conversation."));
                const held = JSON.parse(localStorage.getItem(key));
                held.turns = Array.from({length: 200}, (_, at) => ({...held.turns[0], id: `t${at}`, question: `Question ${at}`}));
                localStorage.setItem(key, JSON.stringify(held));
                """);
        browser.reload();
        browser.awaits("document.querySelectorAll('.turn').length === 200");
        browser.awaits("document.querySelectorAll('.turn .footnotes').length === 200");

        ask(TROOPS);

        assertThat(browser.count(".turn")).isEqualTo(201);
        assertThat(browser.text(".turn:last-child .question")).isEqualTo(TROOPS);
    }
}
