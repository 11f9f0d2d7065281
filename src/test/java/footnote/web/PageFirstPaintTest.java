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

/** What a visitor waits for and sees first: little, from this server alone, in the right colours, and it stays where it is. */
final class PageFirstPaintTest {
    private static final int LARGEST_PAGE = 100_000;
    private static final double LARGEST_SHIFT = 0.01;
    private static final String WATCH = """
            window.shifts = [];
            new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((one) => [one.value, one.hadRecentInput,
              ...one.sources.map((source) => source.node?.className ?? source.node?.nodeName)]))).observe({type: "layout-shift", buffered: true});
            window.papers = [];
            const look = () => {
              const sheet = document.styleSheets.length > 0 && document.body;
              if (sheet) window.papers.push(getComputedStyle(document.documentElement).backgroundColor);
              requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
            """;

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path data) {
        browser = Browser.start();
        browser.beforeEachPage(WATCH);
        server = RunningServer.over(Path.of("seeds"), data, new ScriptedAnswerer(), settings -> settings);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @BeforeEach
    void visit() {
        browser.window(1440, 900);
        browser.colours("light");
        browser.visit(server.at("/"));
        browser.awaits("document.querySelector('.starters .suggestion')");
    }

    @AfterEach
    void leavesNoFault() {
        assertThat(browser.faults()).isEmpty();
    }

    private static double shifted() {
        return ((Number)
                        browser.script(
                                "return window.shifts.filter(([, byInput]) => !byInput).reduce((sum, [value]) => sum + value, 0)"))
                .doubleValue();
    }

    private static Object shifts() {
        return browser.script("return JSON.stringify(window.shifts)");
    }

    @Test
    void weighsLessThanAHundredKilobytesAllTold() {
        browser.forgetFiles();
        browser.open(server.at("/"));
        browser.awaits("document.querySelector('.starters .suggestion')");

        Object bytes = browser.script("""
                const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
                return all.reduce((sum, one) => sum + one.transferSize, 0);
                """);

        assertThat(((Number) bytes).intValue()).isBetween(10_000, LARGEST_PAGE);
    }

    @Test
    void loadsNothingFromAnotherHost() {
        assertThat(browser.list(
                        "performance.getEntriesByType('resource').map((one) => new URL(one.name).origin + '/')"))
                .isNotEmpty()
                .containsOnly(server.at("/").toString());
    }

    @Test
    void jumpsNeitherWhileItLoadsNorWhileItAnswers() {
        assertThat(shifted()).as("loading: %s", shifts()).isLessThan(LARGEST_SHIFT);

        browser.ask("What about the call between Biden and Putin?");
        browser.awaitState("answered");
        assertThat(shifted()).as("answering: %s", shifts()).isLessThan(LARGEST_SHIFT);

        browser.reload();
        browser.awaitState("answered");
        assertThat(shifted()).as("coming back: %s", shifts()).isLessThan(LARGEST_SHIFT);
    }

    @Test
    void jumpsNotOnAPhone() {
        browser.window(320, 640);
        browser.reload();
        browser.awaits("document.querySelector('.starters .suggestion')");
        browser.ask("What about the call between Biden and Putin?");
        browser.awaitState("answered");

        assertThat(shifted()).as("%s", shifts()).isLessThan(LARGEST_SHIFT);
    }

    @Test
    void showsTheChosenColoursFromTheFirstFrameOn() {
        browser.click("#theme");
        browser.click("#theme");
        assertThat(browser.find("#theme").getDomAttribute("aria-label")).isEqualTo("Colours: dark");

        browser.reload();
        browser.awaits("window.papers.length > 5");

        assertThat(browser.list("window.papers")).containsOnly("rgb(24, 22, 19)");
    }

    @Test
    void movesNothingForReadersWhoWantItStill() {
        String moving = "return document.getAnimations().length";
        browser.ask("A slow question about the call");
        browser.awaits("document.querySelector('.evidence-card')");
        assertThat(browser.script(moving)).isEqualTo(0L);
        assertThat(browser.script("return getComputedStyle(document.querySelector('.scroller')).scrollBehavior"))
                .isEqualTo("auto");

        browser.coloursAndMotion("light");
        browser.awaits("document.getAnimations().length > 0");
        browser.script("document.querySelector('#stop').click()");
        browser.awaitState("stopped");
    }
}
