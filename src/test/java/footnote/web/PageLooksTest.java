package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.Browser;
import footnote.testing.Looks;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** Every state in which all is well, in both colours, as {@link Looks} looks at it; also twice the size, and on paper. */
final class PageLooksTest {
    private static final String QUESTION = "What about the call between Biden and Putin?";

    private static RunningServer server;
    private static Browser browser;
    private static Looks looks;

    @BeforeAll
    static void start(@TempDir Path data) {
        browser = Browser.start();
        looks = new Looks(browser);
        server = RunningServer.over(Path.of("seeds"), data, new ScriptedAnswerer(), settings -> settings);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @AfterEach
    void leavesNoFault() {
        assertThat(browser.faults()).isEmpty();
    }

    private static void visit(String colours) {
        browser.window(1440, 900);
        browser.colours(colours);
        browser.visit(server.at("/"));
        browser.awaits("document.querySelector('.starters .suggestion')");
    }

    private static void ask() {
        browser.ask(QUESTION);
        browser.awaitState("answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void welcomesEverybody(String colours) {
        visit(colours);

        looks.at("welcome", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void readsForEverybody(String colours) {
        visit(colours);
        browser.ask("A slow question about the call");
        browser.awaits("document.querySelector('.turn-answer').textContent.length > 20");

        looks.at("reading", colours);

        browser.press(Keys.ESCAPE);
        browser.awaitState("stopped");
        looks.at("stopped", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void answersForEverybody(String colours) {
        visit(colours);
        ask();
        looks.at("answered", colours);

        browser.script("document.querySelector('.marker').focus({focusVisible: true})");
        browser.press(Keys.SHIFT);
        browser.awaits("document.querySelector('#card').matches(':popover-open')");
        looks.at("card", colours);
        assertThat(browser.find("#card").isDisplayed()).isTrue();

        browser.press(Keys.ESCAPE);
        browser.click(".receipt summary");
        browser.click("[aria-label='A bad answer']");
        browser.awaits("document.querySelector('.comment')");
        looks.at("judged", colours);

        browser.click("#dates-summary");
        looks.at("dates", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void opensDocumentsForEverybody(String colours) {
        visit(colours);
        ask();
        browser.click(".marker[data-marker='3']");
        browser.awaits("document.querySelector('mark.current')");

        looks.at("document", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void declinesForEverybody(String colours) {
        visit(colours);
        browser.ask("Please decline the call");
        browser.awaitState("declined");

        looks.at("declined", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void listsConversationsForEverybody(String colours) {
        visit(colours);
        ask();
        browser.click("[aria-label^='Delete']");
        looks.hasNoViolation("conversations, " + colours);
        browser.window(320, 640);

        browser.click("#toggle-conversations");

        browser.awaits("document.querySelector('#main').inert");
        browser.assertNothingWiderThanTheWindow();
        browser.screenshot("conversations-320-" + colours);
        looks.hasNoViolation("conversations, 320, " + colours);
    }

    @Test
    void showsWhereTheFocusIsAtEveryStepOfTheKeyboard() {
        visit("light");
        ask();
        for (int step = 0; step < 30; step++) {
            browser.press(Keys.TAB);
            assertThat(browser.script("""
                            const shown = (one) => getComputedStyle(one).outlineStyle !== "none";
                            const at = document.activeElement;
                            return at === document.body || shown(at) || shown(at.closest(".composer-box") ?? at) ? "" : at.outerHTML;
                            """)).isEqualTo("");
        }
    }

    @Test
    void staysUsableAtTwiceTheSize() {
        visit("light");
        browser.window(640, 400);
        ask();

        browser.assertNothingWiderThanTheWindow();
        assertThat(browser.find("#question").isDisplayed()).isTrue();
        looks.hasNoViolation("twice the size");
        browser.screenshot("twice-640-light");
        browser.click(".marker");
        browser.awaits("document.querySelector('mark.current')");
        browser.assertNothingWiderThanTheWindow();
    }

    @Test
    void printsAnswersAndFootnotesAlone() {
        visit("dark");
        ask();

        browser.paper();
        try {
            assertThat(browser.find(".footnotes").isDisplayed()).isTrue();
            assertThat(browser.find("#composer").isDisplayed()).isFalse();
            assertThat(browser.find(".actions").isDisplayed()).isFalse();
            assertThat(browser.script("return getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            assertThat(
                            browser.list(
                                    "[...document.querySelectorAll('.footnotes blockquote')].filter((one) => one.scrollHeight > one.clientHeight + 1)"))
                    .isEmpty();
            browser.screenshot("paper");
        } finally {
            browser.screen();
        }
    }
}
