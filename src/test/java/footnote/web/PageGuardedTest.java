package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.Browser;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that wants a key, and one that has had enough questions. */
final class PageGuardedTest {
    private static final String QUESTION = "What about the call between Biden and Putin?";
    private static final String KEY = "open-sesame-0123456789";

    private static RunningServer locked;
    private static RunningServer busy;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data, @TempDir Path other) {
        browser = Browser.start();
        locked = RunningServer.over(
                Path.of("seeds"),
                data,
                new ScriptedAnswerer(),
                settings -> settings.withAccess(Access.usual().withKeys(ApiKeys.of(List.of(KEY)))));
        busy = RunningServer.over(
                Path.of("seeds"),
                other,
                new ScriptedAnswerer(),
                settings -> settings.withLimits(Limits.usual().withRequestsPerMinute(30)));
    }

    @AfterAll
    static void stop() {
        browser.close();
        locked.close();
        busy.close();
    }

    @AfterEach
    void leavesNoFault() {
        assertThat(browser.faults()).isEmpty();
    }

    private static void unlock(String place, String key) {
        browser.type(place + " input", key);
        browser.click(place + " [type='submit']");
    }

    @Test
    void asksForAKeyAtOnceAndKeepsItInThisTabAlone() {
        browser.visit(locked.at("/"));
        assertThat(browser.text("#starters")).contains("only those who have a key");

        unlock("#starters", "wrong");
        browser.awaits("document.querySelector('#starters').textContent.includes('This key doesn’t fit.')");
        unlock("#starters", KEY);

        browser.awaits("document.querySelector('.starters .suggestion')");
        browser.ask(QUESTION);
        browser.awaitState("answered");
        browser.reload();
        browser.awaitState("answered");
        browser.ask("And what of the troops?");
        browser.awaits("document.querySelectorAll('.turn').length === 2");
        browser.awaitState("answered");
        assertThat(browser.script("return JSON.stringify(Object.entries(localStorage))")
                        .toString())
                .doesNotContain(KEY);
    }

    @Test
    void asksForAKeyInPlaceOfAnAnswerAndGoesOnWithIt() {
        browser.visit(locked.at("/"));
        browser.ask(QUESTION);
        browser.awaitState("locked");

        unlock(".turn", "wrong");
        browser.awaits("document.querySelector('.turn-trouble').textContent.includes('This key doesn’t fit.')");
        unlock(".turn", KEY);

        browser.awaitState("answered");
        assertThat(browser.count(".turn")).isOne();
    }

    @Test
    void asksForAKeyBeforeADocumentAndOpensItThen() {
        String id = RunningServer.json(locked.send(locked.request("/api/documents")
                        .header("X-Api-Key", KEY)
                        .build()))
                .at("/documents/0/id")
                .textValue();
        browser.visit(locked.at("/documents/" + id + "#0-40"));
        assertThat(browser.text("#document-title")).isEqualTo("This document is behind a key");

        unlock("#document", KEY);

        browser.awaits("document.querySelector('mark.current')");
    }

    @Test
    void countsDownWhenThereWereTooManyQuestionsAndGoesOnThen() {
        browser.visit(busy.at("/"));
        for (int question = 1; question <= 60; question++) {
            browser.ask(QUESTION);
            browser.awaits("document.querySelectorAll('.turn').length === " + question);
            browser.awaits(
                    "['answered', 'limited'].includes(document.querySelector('.turn:last-child').dataset.state)");
            if (browser.count(".turn[data-state='limited']") > 0) {
                break;
            }
        }
        assertThat(browser.script(
                                "return document.querySelector('.trouble button').disabled + document.querySelector('.trouble').textContent")
                        .toString())
                .matches("true.*Try again in \\d+ s");

        browser.awaits("!document.querySelector('.trouble button').disabled");
        browser.click(".trouble button");

        browser.awaitState("answered");
    }
}
