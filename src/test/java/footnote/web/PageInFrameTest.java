package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import footnote.testing.Browser;
import footnote.testing.Looks;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The chat in a corner of another web site's page, put there by one script line. */
final class PageInFrameTest {
    private static final String SITE = """
            <!doctype html><html lang="en"><head><title>A shop</title><meta name="viewport" content="width=device-width"></head>
            <body><main><h1>A shop</h1><p>We sell lamps.</p></main>
            <script src="SCRIPT" data-label="Ask the archive" async></script></body></html>
            """;
    private static final String HOST = "document.querySelector('footnote-chat')";
    private static final String FRAME = HOST + "?.shadowRoot.querySelector('iframe')";

    private static HttpServer site;
    private static RunningServer server;
    private static RunningServer closed;
    private static Browser browser;

    /** Other names of this machine are other sites to a browser. */
    @BeforeAll
    static void start(@TempDir Path data, @TempDir Path other) throws IOException {
        browser = Browser.start();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server = RunningServer.over(
                Path.of("seeds"),
                data,
                new ScriptedAnswerer(),
                settings -> settings.withAccess(Access.usual().withEmbedders(List.of(origin("localhost")))));
        closed = RunningServer.over(Path.of("seeds"), other, new ScriptedAnswerer(), settings -> settings);
        show("/", server.at("/embed.js"));
        show("/closed", closed.at("/embed.js"));
        site.start();
    }

    private static void show(String path, URI script) {
        byte[] page = SITE.replace("SCRIPT", script.toString()).getBytes(StandardCharsets.UTF_8);
        site.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
    }

    private static String origin(String host) {
        return "http://" + host + ":" + site.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
        closed.close();
        site.stop(0);
    }

    private static void openChat() {
        browser.awaits(HOST);
        browser.script("return " + HOST + ".shadowRoot.querySelector('button').click()");
        browser.enter(FRAME);
    }

    @Test
    void answersInACornerOfAPageThatIsOnTheList() {
        browser.visit(URI.create(origin("localhost")));
        assertThat(browser.script("return " + HOST + "?.shadowRoot.querySelector('button').textContent ?? ''"))
                .isIn("", "Ask the archive");
        openChat();
        browser.ask("What about the call between Biden and Putin?");
        browser.awaitState("answered");
        assertThat(browser.count(".turn-answer .marker")).isEqualTo(3);
        browser.click(".marker");
        browser.awaits("document.querySelector('mark.current')");
        browser.press(Keys.ESCAPE);
        browser.awaits("!document.querySelector('#document').open");

        browser.click("#question");
        browser.press(Keys.ESCAPE);

        browser.leaveFrame();
        browser.awaits(FRAME + ".hidden");
        assertThat(browser.script(
                        "return document.activeElement.localName + " + HOST + ".shadowRoot.activeElement.textContent"))
                .isEqualTo("footnote-chatAsk the archive");
        assertThat(browser.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void looksWellForEverybody(String colours) {
        Looks looks = new Looks(browser);
        browser.colours(colours);
        browser.visit(URI.create(origin("localhost")));
        browser.awaits(HOST);
        looks.hasNoViolation("site, " + colours);
        openChat();
        browser.ask("What about the call between Biden and Putin?");
        browser.awaitState("answered");

        looks.hasNoViolation("frame, " + colours);
        browser.assertNothingWiderThanTheWindow();
        browser.leaveFrame();
        browser.screenshot("frame-1440-" + colours);
        browser.window(320, 640);
        browser.screenshot("frame-320-" + colours);
        browser.window(1440, 900);
    }

    @Test
    void showsNothingOnAPageThatIsNotOnTheList() {
        browser.visit(URI.create(origin("127.0.0.1")));
        openChat();

        browser.awaits("location.href.startsWith('chrome-error:')");
        assertThat(browser.count("#question")).isZero();
        browser.leaveFrame();
        assertThat(browser.faults()).singleElement().asString().contains("frame-ancestors");
    }

    @Test
    void handsItsScriptToNobodyWhileTheListIsEmpty() {
        browser.visit(URI.create(origin("localhost") + "/closed"));

        browser.awaits("performance.getEntriesByName('" + closed.at("/embed.js") + "').length === 1");
        assertThat(browser.script("return String(" + HOST + ")")).isEqualTo("null");
    }
}
