package footnote.bench;

import footnote.testing.Browser;
import footnote.testing.LongDocument;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import footnote.testing.ServedProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What the page costs a browser: bytes, the first paint, a long document, a long conversation; and the README's picture. */
final class PagePart {
    private static final int VISITS = 7;
    private static final String ANSWERED = "document.querySelector('.turn:last-child')?.dataset.state === 'answered'";
    private static final String WATCH = """
            window.shifted = 0;
            new PerformanceObserver((list) => list.getEntries().filter((one) => !one.hadRecentInput).forEach((one) => window.shifted += one.value))
              .observe({type: "layout-shift", buffered: true});
            window.longest = 0;
            new PerformanceObserver((list) => list.getEntries().forEach((one) => window.longest = Math.max(window.longest, one.duration)))
              .observe({type: "longtask", buffered: true});
            const look = () => {
              const mark = document.querySelector("mark.current")?.getBoundingClientRect();
              if (!window.quoteSeen && mark && mark.top > 0 && mark.bottom < innerHeight) window.quoteSeen = performance.now();
              if (!window.turnsSeen && document.querySelectorAll(".turn").length === 200) window.turnsSeen = performance.now();
              requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
            """;

    /** Up by 60 pixels a frame, which is a fast wheel; from the beginning on down again. */
    private static final String SCROLL = """
            const scroller = document.querySelector("#scroller");
            let by = -60;
            let left = 200;
            const step = () => {
              if (scroller.scrollTop <= 0) by = 60;
              scroller.scrollTop += by;
              return left-- > 0;
            };
            """;

    private static final String OPEN = """
            const done = arguments[arguments.length - 1];
            history.pushState({pushed: true}, "", arguments[0]);
            const began = performance.now();
            dispatchEvent(new PopStateEvent("popstate"));
            const seen = () => {
              const mark = document.querySelector("mark.current")?.getBoundingClientRect();
              if (mark && mark.top > 0 && mark.bottom < innerHeight) done(performance.now() - began);
              else requestAnimationFrame(seen);
            };
            seen();
            """;

    private final Path seeds;
    private final Path picture;
    private final Path scratch;

    PagePart(Path seeds, Path picture, Path scratch) {
        this.seeds = seeds;
        this.picture = picture;
        this.scratch = scratch;
    }

    void print() throws IOException, InterruptedException {
        try (Browser browser = Browser.start()) {
            browser.beforeEachPage(WATCH);
            Path data = Files.createDirectories(scratch.resolve("data"));
            try (ServedProcess served = ServedProcess.start(seeds, data)) {
                served.awaitReady();
                firstVisits(browser, served.at("/"));
                takePicture(browser, served.at("/"));
            }
            Path passages = Files.createDirectories(scratch.resolve("passages"));
            Files.writeString(passages.resolve("long.txt"), LongDocument.text());
            try (RunningServer server = RunningServer.over(
                    passages, scratch.resolve("long"), new ScriptedAnswerer(), settings -> settings)) {
                longDocument(browser, server);
                longConversation(browser, server);
            }
        }
    }

    private static void firstVisits(Browser browser, URI page) {
        Timings painted = timed(() -> {
            browser.forgetFiles();
            browser.visit(page);
            browser.awaits("document.querySelector('.starters .suggestion')");
            return number(browser, "performance.getEntriesByName('first-contentful-paint')[0].startTime");
        });
        browser.forgetFiles();
        browser.open(page);
        browser.awaits("document.querySelector('.starters .suggestion')");
        System.out.printf(
                "first visit: %s files and replies, %s bytes, %s as they travel packed; first paint %s; shifted %s%n",
                bytes(browser, "() => 1"),
                bytes(browser, "(one) => one.decodedBodySize"),
                bytes(browser, "(one) => one.transferSize"),
                painted,
                number(browser, "window.shifted"));
    }

    private static String bytes(Browser browser, String each) {
        return "%.0f"
                .formatted(number(
                        browser,
                        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map("
                                + each + ").reduce((sum, one) => sum + one, 0)"));
    }

    private void takePicture(Browser browser, URI page) {
        browser.window(1280, 760);
        browser.visit(page);
        for (String question :
                List.of("Who asked for the call?", "How many troops does Russia keep at the border with Ukraine?")) {
            browser.click("#new-conversation");
            browser.ask(question);
            browser.awaits(ANSWERED);
        }
        browser.click(".turn-answer .marker");
        browser.awaits("document.querySelector('mark.current')");
        System.out.println("picture: " + browser.screenshot(picture));
        browser.window(1440, 900);
    }

    private static void longDocument(Browser browser, RunningServer server) {
        var found = RunningServer.json(server.get("/api/search?q=lighthouse")).at("/sources/0");
        String id = found.get("document").textValue();
        String text = RunningServer.json(server.get("/api/documents/" + id))
                .get("text")
                .textValue();
        int start = text.indexOf(LongDocument.LAST);
        URI quote = server.at("/documents/" + id + "#" + start + "-" + (start + LongDocument.LAST.length()));
        Timings linked = timed(() -> {
            browser.open(server.at("/api/documents"));
            browser.open(quote);
            browser.awaits("window.quoteSeen");
            return number(browser, "window.quoteSeen");
        });
        Timings opened = timed(() -> {
            browser.visit(server.at("/"));
            return ((Number) browser.scriptLater(OPEN, quote.toString())).doubleValue();
        });
        System.out.printf(
                "a document of %,d characters at its quote: from the page %s; from its link, page and all, %s%n",
                text.length(), opened, linked);
    }

    private static void longConversation(Browser browser, RunningServer server) {
        browser.visit(server.at("/"));
        for (String question : List.of("Which entry names the lighthouse?", "What does the keeper write?")) {
            browser.ask(question);
            browser.awaits(ANSWERED);
        }
        System.out.printf("2 turns, frames while scrolling, for comparison: %s%n", frames(browser, SCROLL));
        browser.script("""
                const key = Object.keys(localStorage).find((one) => one.startsWith("footnote.conversation."));
                const held = JSON.parse(localStorage.getItem(key));
                held.turns = Array.from({length: 200}, (_, at) => ({...held.turns[0], id: `t${at}`, question: `Question ${at}`}));
                localStorage.setItem(key, JSON.stringify(held));
                """);
        Timings opened = timed(() -> {
            browser.reload();
            browser.awaits("window.turnsSeen");
            return number(browser, "window.turnsSeen");
        });
        System.out.printf("200 turns, from the reload to the sight of them: %s%n", opened);
        System.out.printf("200 turns, frames while scrolling: %s%n", frames(browser, SCROLL));
        browser.script("window.longest = 0");
        Timings answering = frames(browser, """
                const field = document.querySelector("#question");
                field.value = "And what does the keeper write?";
                field.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", bubbles: true, cancelable: true}));
                const step = () => document.querySelector(".turn:last-child").dataset.state !== "answered";
                """);
        System.out.printf(
                "200 turns, frames while one more is asked and answered: %s, longest task %.0f ms%n",
                answering, number(browser, "window.longest"));
    }

    /** How long each frame takes while a step says that there is more to do. */
    private static Timings frames(Browser browser, String setUp) {
        List<?> millis = (List<?>) browser.scriptLater(setUp + """
                const done = arguments[arguments.length - 1];
                const frames = [];
                let last = performance.now();
                const frame = (now) => {
                  frames.push(now - last);
                  last = now;
                  if (step()) requestAnimationFrame(frame);
                  else done(frames.slice(1));
                };
                requestAnimationFrame(frame);
                """);
        return new Timings(millis.stream()
                .mapToLong(one -> (long) (((Number) one).doubleValue() * 1e6))
                .toArray());
    }

    private static Timings timed(Supplier<Double> millis) {
        long[] nanos = new long[VISITS];
        for (int visit = 0; visit < VISITS; visit++) {
            nanos[visit] = (long) (millis.get() * 1e6);
        }
        return new Timings(nanos);
    }

    private static double number(Browser browser, String expression) {
        return ((Number) browser.script("return " + expression)).doubleValue();
    }
}
