package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.Browser;
import footnote.testing.Looks;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state in which there is no answer, in both colours, as {@link Looks} looks at it. */
final class PageTroubleLooksTest {
    private static final String QUESTION = "What about the call between Biden and Putin?";

    private static RunningServer server;
    private static RunningServer locked;
    private static RunningServer busy;
    private static Browser browser;
    private static Looks looks;

    @BeforeAll
    static void start(@TempDir Path data, @TempDir Path second, @TempDir Path third) {
        browser = Browser.start();
        looks = new Looks(browser);
        Path seeds = Path.of("seeds");
        server = RunningServer.over(seeds, data, new ScriptedAnswerer(), settings -> settings);
        locked = RunningServer.over(
                seeds,
                second,
                new ScriptedAnswerer(),
                settings ->
                        settings.withAccess(Access.usual().withKeys(ApiKeys.of(List.of("open-sesame-0123456789")))));
        busy = RunningServer.over(
                seeds,
                third,
                new ScriptedAnswerer(),
                settings -> settings.withLimits(Limits.usual().withRequestsPerMinute(1)));
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
        locked.close();
        busy.close();
    }

    @AfterEach
    void leavesNoFault() {
        assertThat(browser.faults()).isEmpty();
    }

    private static void visit(RunningServer visited, String colours) {
        browser.window(1440, 900);
        browser.colours(colours);
        browser.visit(visited.at("/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void failsForEverybody(String colours) {
        visit(server, colours);
        browser.ask("Please fail about the call");
        browser.awaitState("failed");

        looks.at("failed", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void startsForEverybody(String colours) {
        server.setReady(false);
        try {
            visit(server, colours);
            browser.ask(QUESTION);
            browser.awaitState("starting");

            looks.at("starting", colours);
        } finally {
            server.setReady(true);
        }
        browser.awaitState("answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isOfflineForEverybody(String colours) {
        visit(server, colours);
        browser.offline(true);
        try {
            browser.ask(QUESTION);
            browser.awaitState("offline");

            looks.at("offline", colours);
        } finally {
            browser.offline(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void hasEnoughOfQuestionsForEverybody(String colours) {
        visit(busy, colours);
        browser.ask(QUESTION);
        browser.awaitState("limited");

        looks.at("limited", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void asksEverybodyForAKey(String colours) {
        visit(locked, colours);
        browser.awaits("document.querySelector('#starters input')");
        looks.at("locked", colours);

        browser.ask(QUESTION);
        browser.awaitState("locked");
        looks.at("locked-question", colours);

        browser.visit(locked.at("/documents/any#0-9"));
        browser.awaits("document.querySelector('#document input')");
        looks.at("locked-document", colours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void missesADocumentForEverybody(String colours) {
        visit(server, colours);
        browser.visit(server.at("/documents/nowhere#0-9&quote=Once%20said."));
        browser.awaits("document.querySelector('.document-changed')");

        looks.at("missing", colours);
    }
}
