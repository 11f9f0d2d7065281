package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.Browser;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strings that have broken other pages, as questions, as titles and as text: nothing runs, nothing breaks the layout. */
final class PageHostileTextTest {
    private static final List<String> OUR_OWN = List.of(
            "<img src=x onerror=alert(1)>",
            "<script>alert(1)</script>",
            "[1](javascript:alert(1)) [1] [99]",
            "\u202Eright to left\u202C",
            "W".repeat(900),
            "Z\u0335\u0301\u0342".repeat(60));

    /** What a place on the page must not hold: markup that the page never makes, and anything wider than its room. */
    private static final String HARM = """
            const markup = "script, img, iframe, object, embed, link, style, meta, base, video, audio, math, form[action], [onload], [onerror], [style]";
            const harm = (place) => [
              ...[...place.querySelectorAll(markup)].map((one) => one.outerHTML.slice(0, 200)),
              ...[place, ...place.querySelectorAll(".question, .turn-answer, .document-body, h2")].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `wide: ${place.textContent.slice(0, 80)}`),
            ];
            """;

    private static RunningServer server;
    private static Browser browser;
    private static List<String> strings = OUR_OWN;

    @BeforeAll
    static void start(@TempDir Path passages, @TempDir Path data) throws IOException {
        browser = Browser.start();
        strings = Stream.concat(OUR_OWN.stream(), shared()).toList();
        for (int at = 0; at < strings.size(); at++) {
            String line = strings.get(at).replaceAll("\\R", " ");
            Files.writeString(
                    passages.resolve("d%04d.txt".formatted(at)),
                    "date 2021-12-30 %s\n\n%s is what it says here. %s\n".formatted(line, line, line));
        }
        server = RunningServer.over(passages, data, new ScriptedAnswerer(), settings -> settings);
    }

    private static Stream<String> shared() throws IOException {
        Path file = Path.of(System.getProperty("footnote.evaluation", ""), "naughty_strings", "strings.jsonl");
        if (!Files.isReadable(file)) {
            return Stream.empty();
        }
        return Files.readAllLines(file).stream().map(RunningServer::json).map(line -> line.get("text")
                .textValue());
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    private static void visit() {
        browser.window(320, 640);
        browser.visit(server.at("/"));
        browser.script("""
                for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => { window.executed = name; };
                """);
    }

    private static void assertHarmless(String where) {
        assertThat(browser.script("return window.executed"))
                .as("executed in %s", where)
                .isEqualTo("");
        assertThat(
                        browser.list(
                                "(() => {" + HARM
                                        + "return [...document.querySelectorAll('#turns, #conversation-list, #card')].flatMap(harm)})()"))
                .as("harm in %s", where)
                .isEmpty();
        assertThat(
                        browser.script(
                                "return [...document.querySelectorAll('a')].filter((one) => !/^https?:$/.test(one.protocol)).length"))
                .isEqualTo(0L);
        browser.assertNothingWiderThanTheWindow();
        assertThat(browser.faults()).isEmpty();
    }

    @Test
    void staysWhatItIsWhateverIsAsked() {
        visit();

        Object harmed = browser.scriptLater(HARM + """
                const done = arguments[arguments.length - 1];
                const field = document.querySelector("#question");
                const ended = () => new Promise((resolve) => {
                  const look = () => document.querySelector("#stop").hidden ? resolve() : setTimeout(look, 2);
                  look();
                });
                const style = new CSSStyleSheet();
                style.replaceSync(".turn { content-visibility: visible !important; min-height: 0 !important }");
                document.adoptedStyleSheets = [style];
                (async () => {
                  let asked = 0;
                  const harmed = [];
                  for (const text of arguments[0]) {
                    if (++asked % 40 === 0) document.querySelector("#new-conversation").click();
                    field.value = text;
                    field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true}));
                    await ended();
                    for (const turn of document.querySelectorAll(".turn:last-child")) harmed.push(...harm(turn));
                  }
                  return harmed.join("\\n");
                })().then(done, (fault) => done(String(fault)));
                """, strings);

        assertThat(harmed).isEqualTo("");
        assertThat(browser.count("#conversation-list li")).isGreaterThanOrEqualTo(strings.size() > 40 ? 10 : 1);
        assertHarmless("questions");
    }

    @Test
    void showsDocumentsOfAnyTitleAndText() {
        visit();
        List<String> ids = ids();

        Object harmed = browser.scriptLater(HARM + """
                const done = arguments[arguments.length - 1];
                const panel = document.querySelector("#document");
                const until = (holds) => new Promise((resolve, reject) => {
                  const began = Date.now();
                  const look = () => holds() ? resolve() : Date.now() - began > 20000 ? reject("never shown") : setTimeout(look, 2);
                  look();
                });
                (async () => {
                  const harmed = [];
                  for (const id of arguments[0]) {
                    panel.querySelector("mark.current")?.remove();
                    history.replaceState(null, "", `/documents/${encodeURIComponent(id)}#0-1`);
                    dispatchEvent(new PopStateEvent("popstate"));
                    await until(() => panel.querySelector("mark.current"));
                    harmed.push(...harm(panel));
                  }
                  return harmed.join("\\n");
                })().then(done, (fault) => done(String(fault)));
                """, ids);

        assertThat(harmed).isEqualTo("");
        assertHarmless("documents");
    }

    private static List<String> ids() {
        JsonNode first = RunningServer.json(server.get("/api/documents?limit=100"));
        int total = first.get("total").intValue();
        return Stream.iterate(0, offset -> offset < total, offset -> offset + 100)
                .map(offset -> RunningServer.json(server.get("/api/documents?limit=100&offset=" + offset)))
                .flatMap(page -> page.get("documents").valueStream())
                .map(document -> document.get("id").textValue())
                .toList();
    }
}
