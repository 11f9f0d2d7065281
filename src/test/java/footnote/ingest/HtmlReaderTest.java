package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.domain.Heading;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Old bridge closed | Tarn Gazette</title>
            <meta property="og:title" content="Old bridge closed"><meta property="og:site_name" content="Tarn Gazette">
            <meta property="article:published_time" content="2022-06-01T08:00:00Z">
            <link rel="canonical" href="https://gazette.example/bridge"><style>p { color: red }</style></head><body>
            <a class="skip-link" href="#main">Skip to content</a>
            <header><a href="/">Tarn Gazette</a><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
            <div class="cookie-banner">We use cookies. <button>Accept</button></div>
            <main><article><header><h1>Old bridge closed</h1><p class="byline">By Ida Lund</p></header>
            <p>The old bridge over the <b>Tarn</b> was
               closed&nbsp;on Monday.</p>
            <h2>Cracks in two piers</h2>
            <p>Engineers found cracks.<br>Repairs take nine months.</p>
            <ul><li>The north pier is worst.</li><li>The south pier holds.</li></ul>
            <table><caption>Traffic a day</caption><tr><th>Year</th><th>Cars</th></tr><tr><td>2021</td><td>4,100</td></tr></table>
            <pre>left
              right</pre>
            <aside>Subscribe to our newsletter</aside></article></main>
            <div class="related"><ul><li><a href="/1">Ten bridges you must see</a></li><li><a href="/2">More news</a></li></ul></div>
            <footer>All rights reserved. <a href="/imprint">Imprint</a></footer><script>alert("x")</script></body></html>
            """;

    @TempDir
    Path path;

    private WrittenFolder folder;

    @BeforeEach
    void open() {
        folder = new WrittenFolder(path);
    }

    @Test
    void keepsWhatThePageIsAboutBlockByBlock() throws Exception {
        assertThat(read(PAGE).text()).isEqualTo("""
                        Old bridge closed

                        By Ida Lund

                        The old bridge over the Tarn was closed on Monday.

                        Cracks in two piers

                        Engineers found cracks. Repairs take nine months.

                        The north pier is worst.

                        The south pier holds.

                        Traffic a day
                        Year | Cars
                        2021 | 4,100

                        left
                          right""");
    }

    @Test
    void keepsHeadingsWithTheirPlaces() throws Exception {
        DocumentReader.Content page = read(PAGE);

        assertThat(page.headings()).extracting(Heading::level).containsExactly(1, 2);
        assertThat(page.headings())
                .allSatisfy(heading -> assertThat(page.text().substring(heading.start(), heading.end()))
                        .isEqualTo(heading.text()));
    }

    @Test
    void findsTitleDaySourceAndAddress() throws Exception {
        assertThat(read(PAGE).particulars())
                .isEqualTo(new Particulars(
                        "Old bridge closed",
                        LocalDate.of(2022, 6, 1),
                        "Tarn Gazette",
                        "https://gazette.example/bridge"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta name='date' content='2022-06-01'><p>Text.",
                "<meta name='DC.date.issued' content='1 June 2022'><p>Text.",
                "<meta name='citation_publication_date' content='2022/06/01'><p>Text.",
                "<script type='application/ld+json'>{\"@type\": \"Article\", \"datePublished\" : \"2022-06-01T10:00\"}</script><p>Text.",
                "<p>Text.</p><span itemprop='datePublished' content='2022-06-01'></span>",
                "<article><header><time datetime='2022-06-01T09:00'>today</time></header><p>Text.</p></article>",
                "<p>date 2022-06-01 A title</p><p>Text.",
            })
    void findsTheDayThatAPageSays(String page) throws Exception {
        assertThat(read(page).particulars().date()).isEqualTo("2022-06-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Text.</p><div><time datetime='2022-06-01'>a comment's day</time></div>",
                "<meta name='date' content='soon'><p>Text.",
                "<meta name='date' content='2022-13-45'><p>Text."
            })
    void makesUpNoDay(String page) throws Exception {
        assertThat(read(page).particulars().date()).isNull();
    }

    @Test
    void takesNoScriptForAnAddress() throws Exception {
        assertThat(read("<link rel=canonical href='javascript:alert(1)'><p>Text.")
                        .particulars()
                        .url())
                .isNull();
    }

    @Test
    void keepsAPageWithoutAnyMarksWhole() throws Exception {
        assertThat(read("Just <i>some</i> words<p>and more &amp; more").text())
                .isEqualTo("Just some words\n\nand more & more");
    }

    @Test
    void doesNotBelieveANameThatMostOfThePageHas() throws Exception {
        String words = "The old bridge over the Tarn was closed on Monday. ".repeat(5);

        assertThat(read("<div class='main-menu content-sidebar'><p>" + words + "</p></div><p>Short.</p>")
                        .text())
                .contains("Tarn");
    }

    @Test
    void readsATableThatLaysOutThePageAsText() throws Exception {
        assertThat(read("<table><tr><td><h2>Left</h2><p>One.</p></td><td><p>Two.</p></td></tr></table>")
                        .text())
                .isEqualTo("Left\n\nOne.\n\nTwo.");
    }

    @Test
    void readsEachEncodingThatBrowsersRead() throws Exception {
        String text = "The café — “open”";
        Charset windows = Charset.forName("windows-1252");

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
        assertThat(read(text.getBytes(windows)).text()).isEqualTo(text);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).text())
                .isEqualTo(text);
        assertThat(read(("<meta charset='iso-8859-1'>" + "café").getBytes(StandardCharsets.ISO_8859_1))
                        .text())
                .isEqualTo("café");
    }

    @Test
    void readsAPageOfAbsurdDepth() throws Exception {
        assertThat(read("<div>".repeat(50_000) + "Deep.").text()).contains("Deep.");
    }

    @Test
    void leavesOutInvisibleMarks() throws Exception {
        assertThat(read("<p>Don&shy;au\u200B&#1;dampf").text()).isEqualTo("Donau dampf");
    }

    @Test
    void refusesAPictureInSpiteOfItsName() {
        assertThatThrownBy(() -> read("\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("not a text but a picture");
    }

    @Test
    void isReadInItsOwnProcessFromTheFolder() throws Exception {
        folder.write("bridge.html", PAGE);

        var document = folder.read("bridge.html");

        assertThat(document.title()).isEqualTo("Old bridge closed");
        assertThat(document.date()).isEqualTo("2022-06-01");
        assertThat(document.source()).isEqualTo("Tarn Gazette");
        assertThat(document.text()).isEqualTo(read(PAGE).text());
        assertThat(document.headings()).isEqualTo(read(PAGE).headings());
        assertThat(folder.names()).isEqualTo(List.of("bridge.html", "page.html"));
    }

    private DocumentReader.Content read(String page) throws IOException, UnreadableFile {
        return read(page.getBytes(StandardCharsets.UTF_8));
    }

    private DocumentReader.Content read(byte[] page) throws IOException, UnreadableFile {
        folder.write("page.html", page);
        return new HtmlReader().read(new SourceFile(path.resolve("page.html"), "page.html"));
    }
}
