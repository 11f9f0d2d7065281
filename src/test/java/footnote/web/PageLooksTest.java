package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.Axe;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state in both colours: nothing that axe-core objects to, nothing wider than the window; pictures to look at. */
final class PageLooksTest {
    private static final List<Integer> WIDTHS = List.of(1440, 768, 320);
    private static final int LARGEST_PAGE = 100_000;

    private static final Axe AXE = Axe.read();
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

    @AfterEach
    void leavesNoFault() {
        browser.window(1440, 900);
        assertThat(browser.faults()).isEmpty();
    }

    private static void visit(String colours) {
        browser.colours(colours);
        browser.visit(server.at("/"));
        browser.awaits("document.querySelector('#starters .suggestion')");
    }

    /** Looks at the page as it stands, in every width. */
    private static void look(String name, String colours) {
        for (int width : WIDTHS) {
            browser.window(width, width < 500 ? 640 : 900);
            browser.assertNothingWiderThanTheWindow();
            browser.screenshot(name + "-" + width + "-" + colours);
        }
        browser.window(1440, 900);
        assertThat(AXE.violations(browser)).as("%s, %s", name, colours).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void welcomesEverybody(String colours) {
        visit(colours);

        look("welcome", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void answersForEverybody(String colours) {
        visit(colours);
        browser.ask("What about the call between Biden and Putin?");
        browser.awaitState("answered");
        look("answered", colours);

        browser.click(".receipt summary");
        browser.click("[aria-label='A bad answer']");
        browser.click("#dates-summary");
        look("opened", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void opensDocumentsForEverybody(String colours) {
        visit(colours);
        browser.ask("What about the call between Biden and Putin?");
        browser.awaitState("answered");
        browser.click(".marker[data-marker='3']");
        browser.awaits("document.querySelector('mark.current')");

        look("document", colours);
        browser.window(320, 640);
        assertThat(AXE.violations(browser)).as("document sheet, %s", colours).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void declinesAndFailsForEverybody(String colours) {
        visit(colours);
        browser.ask("Please decline the call");
        browser.awaitState("declined");
        look("declined", colours);

        browser.ask("Please fail about the call");
        browser.awaitState("failed");
        browser.script("document.querySelector('.marker')?.focus()");
        look("failed", colours);
    }

    @Test
    void listsConversationsOnAPhone() {
        visit("light");
        browser.ask("What about the call between Biden and Putin?");
        browser.awaitState("answered");
        browser.window(320, 640);

        browser.click("#toggle-conversations");

        browser.awaits("document.querySelector('#main').inert");
        browser.assertNothingWiderThanTheWindow();
        browser.screenshot("conversations-320-light");
        assertThat(AXE.violations(browser)).isEmpty();
    }

    @Test
    void keepsAChosenThemeFromTheFirstPaint() {
        visit("light");
        browser.click("#theme");
        browser.click("#theme");
        assertThat(browser.find("#theme").getDomAttribute("aria-label")).isEqualTo("Colours: dark");

        browser.reload();

        assertThat(browser.script("return getComputedStyle(document.documentElement).colorScheme"))
                .isEqualTo("dark");
        assertThat(browser.script("return document.querySelector('script[src=\"/theme.js\"]').getAttribute('async')"))
                .isEqualTo("");
    }

    @Test
    void staysUsableAtTwiceTheSize() {
        visit("light");
        browser.window(640, 400);
        browser.ask("What about the call between Biden and Putin?");
        browser.awaitState("answered");

        browser.assertNothingWiderThanTheWindow();
        assertThat(browser.find("#question").isDisplayed()).isTrue();
    }

    @Test
    void printsAnswersAndFootnotesAlone() {
        visit("dark");
        browser.ask("What about the call between Biden and Putin?");
        browser.awaitState("answered");

        browser.paper();
        try {
            assertThat(browser.find(".footnotes").isDisplayed()).isTrue();
            assertThat(browser.find("#composer").isDisplayed()).isFalse();
            assertThat(browser.find(".actions").isDisplayed()).isFalse();
        } finally {
            browser.screen();
        }
    }

    @Test
    void weighsLessThanAHundredKilobytes() {
        visit("light");

        Object bytes = browser.script("""
                const files = performance.getEntriesByType("resource").filter((one) => !one.name.includes("/api/") && !one.name.includes("/health/"));
                return files.reduce((sum, one) => sum + one.encodedBodySize, performance.getEntriesByType("navigation")[0].encodedBodySize);
                """);

        assertThat(((Number) bytes).intValue()).isLessThan(LARGEST_PAGE);
    }
}
