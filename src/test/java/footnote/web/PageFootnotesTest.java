package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.Browser;
import footnote.testing.LongDocument;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

final class PageFootnotesTest {
    private static final String QUESTION = "What about the call between Biden and Putin?";

    private static RunningServer server;
    private static Browser browser;

    @BeforeAll
    static void start(@TempDir Path passages, @TempDir Path data) throws IOException {
        browser = Browser.start();
        try (Stream<Path> seeds = Files.list(Path.of("seeds"))) {
            for (Path seed : seeds.toList()) {
                Files.copy(seed, passages.resolve(seed.getFileName()));
            }
        }
        Files.writeString(passages.resolve("long.txt"), LongDocument.text());
        server = RunningServer.over(passages, data, new ScriptedAnswerer(), settings -> settings);
    }

    @AfterAll
    static void stop() {
        browser.close();
        server.close();
    }

    @BeforeEach
    void visit() {
        browser.window(1440, 900);
        browser.visit(server.at("/"));
    }

    @AfterEach
    void leavesNoFault() {
        assertThat(browser.faults()).isEmpty();
    }

    private void ask() {
        browser.ask(QUESTION);
        browser.awaitState("answered");
    }

    private static Object quoteOf(int marker) {
        return browser.script(
                "return document.querySelectorAll('.footnotes blockquote')[arguments[0]].textContent", marker - 1);
    }

    private static String linkOfTheFirstFootnote() {
        return browser.script("return document.querySelector('.footnotes a').getAttribute('href')")
                .toString();
    }

    private static void awaitQuote(Object quote) {
        browser.awaits("[...document.querySelectorAll('mark.current')].map((one) => one.textContent).join('') === "
                + RunningServer.quoted(quote.toString()));
    }

    @Test
    void showsTheDateOfEveryFootnote() {
        ask();

        assertThat(browser.texts(".footnotes time")).hasSize(3).allMatch("30 December 2021"::equals);
    }

    @Test
    void showsACardForTheMarkerInFocusAndHidesItOnEscape() {
        ask();
        browser.script("document.querySelector('.marker').focus({focusVisible: true})");
        browser.press(Keys.SHIFT);
        browser.awaits("document.querySelector('#card').matches(':popover-open')");
        assertThat(browser.text("#card"))
                .contains("30 December 2021")
                .contains(quoteOf(1).toString());
        assertThat(browser.script("return document.querySelector('.marker').getAttribute('aria-describedby')"))
                .isEqualTo("card");

        browser.press(Keys.ESCAPE);

        assertThat(browser.script("return document.querySelector('#card').matches(':popover-open')"))
                .isEqualTo(false);
    }

    @Test
    void showsACardForTheMarkerUnderThePointerAndHidesItWhenThePointerGoes() {
        ask();
        browser.pointAt(".marker[data-marker='2']");
        browser.awaits("document.querySelector('#card').matches(':popover-open')");
        assertThat(browser.text("#card"))
                .contains("30 December 2021", quoteOf(2).toString());

        browser.pointAt(".question");

        browser.awaits("!document.querySelector('#card').matches(':popover-open')");
    }

    @Test
    void opensTheDocumentAtTheQuoteAndStepsThroughTheFootnotes() {
        ask();
        browser.click(".marker[data-marker='1']");
        awaitQuote(quoteOf(1));
        assertThat(browser.address().getPath()).startsWith("/documents/");
        assertThat(browser.text(".document-count")).isEqualTo("Footnote 1 of 3");

        browser.press("n");
        awaitQuote(quoteOf(2));
        assertThat(browser.text(".document-count")).isEqualTo("Footnote 2 of 3");
        browser.click("[aria-label='Previous footnote']");
        awaitQuote(quoteOf(1));
    }

    @Test
    void goesFromTheQuestionToTheDocumentAndBackByKeysAlone() {
        ask();
        for (int tab = 0;
                tab < 40 && !"marker".equals(browser.script("return document.activeElement.className"));
                tab++) {
            browser.press(Keys.chord(Keys.SHIFT, Keys.TAB));
        }
        Object marker = browser.script("return document.activeElement.dataset.marker");

        browser.press(Keys.ENTER);
        browser.awaits("document.querySelector('mark.current')");
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("document-title");
        browser.press(Keys.ESCAPE);

        browser.awaits("!document.querySelector('#document').open");
        assertThat(browser.script("return document.activeElement.dataset.marker"))
                .isEqualTo(marker);
        browser.awaits("location.pathname === '/'");
        browser.press("/");
        assertThat(browser.script("return document.activeElement.id")).isEqualTo("question");
    }

    @Test
    void closesTheDocumentWhenTheBrowserGoesBack() {
        ask();
        browser.click(".footnotes a");
        browser.awaits("document.querySelector('mark.current')");

        browser.back();

        browser.awaits("!document.querySelector('#document').open");
        assertThat(browser.count(".turn")).isOne();
    }

    @Test
    void isASheetOnAPhone() {
        browser.window(320, 640);
        ask();
        browser.click(".footnotes a");
        browser.awaits("document.querySelector('#document').matches(':modal')");
        browser.awaits("document.querySelector('mark.current')");

        assertThat(browser.script(
                        "return Math.round(document.querySelector('#document').getBoundingClientRect().width)"))
                .isEqualTo(320L);
        browser.assertNothingWiderThanTheWindow();
    }

    @Test
    void opensAPassageOfTheEvidence() {
        ask();

        browser.click(".evidence-card");

        browser.awaits("document.querySelector('mark.passage')");
    }

    @Test
    void followsALinkToADocumentAndAQuote() {
        ask();
        String link = linkOfTheFirstFootnote();
        Object quote = quoteOf(1);

        browser.open(server.at("/api/documents"));
        browser.open(server.at(link));

        awaitQuote(quote);
        browser.click("[aria-label='Close the document']");
        browser.awaits("location.pathname === '/'");
    }

    @Test
    void saysWhenTheDocumentHasChangedSinceItWasCited() {
        ask();
        String link = linkOfTheFirstFootnote();

        browser.open(server.at("/api/documents"));
        browser.open(server.at(link + "&quote=Words%20that%20are%20gone."));

        assertThat(browser.text(".document-changed"))
                .contains("has changed since")
                .contains("Words that are gone.");
        assertThat(browser.count("mark.current")).isZero();
    }

    @Test
    void saysWhenADocumentIsGone() {
        browser.open(server.at("/documents/nowhere#1-2&quote=Once%20said."));

        assertThat(browser.text("#document-title")).isEqualTo("This document is no longer among the passages");
        assertThat(browser.text(".document-changed")).contains("Once said.");
    }

    @Test
    void opensADocumentOfAMegabyteAtItsQuote() {
        String id = RunningServer.json(server.get("/api/search?q=lighthouse"))
                .at("/sources/0/document")
                .textValue();
        String text = RunningServer.json(server.get("/api/documents/" + id))
                .get("text")
                .textValue();
        int start = text.indexOf(LongDocument.LAST);
        browser.script(
                "history.pushState(null, '', arguments[0])",
                "/documents/" + id + "#" + start + "-" + (start + LongDocument.LAST.length()));

        browser.scriptLater("""
                const done = arguments[arguments.length - 1];
                dispatchEvent(new PopStateEvent("popstate"));
                const look = () => {
                  const mark = document.querySelector("mark.current")?.getBoundingClientRect();
                  if (mark && mark.top > 0 && mark.bottom < innerHeight) done();
                  else requestAnimationFrame(look);
                };
                look();
                """);

        assertThat(browser.text("mark.current")).isEqualTo(LongDocument.LAST);
    }
}
