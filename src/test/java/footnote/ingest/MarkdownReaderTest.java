package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Document;
import footnote.domain.Heading;
import footnote.domain.Passage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownReaderTest {
    @TempDir
    Path path;

    private WrittenFolder folder;

    @BeforeEach
    void open() {
        folder = new WrittenFolder(path);
    }

    private Document markdown(String text) throws Exception {
        return folder.read("note.md", text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Some *stressed* and __strong__ words. | Some stressed and strong words.",
                "See [the plan](https://example.org/plan \"Plan\"). | See the plan.",
                "A picture ![of a weir](weir.png) here. | A picture of a weir here.",
                "Run `mvn test` now. | Run `mvn test` now.",
                "A &amp; B &copy; \\*C\\* | A & B © *C*",
                "<https://example.org> | https://example.org",
                "Hidden <b>bold</b> words<br/> here. | Hidden bold words here.",
            })
    void onlyWhatAPersonWouldSeeIsText(String written, String seen) throws Exception {
        assertThat(markdown(written).text()).isEqualTo(seen.replace("`mvn test`", "mvn test"));
    }

    @Test
    void linesOfAParagraphAreOneLine() throws Exception {
        assertThat(markdown("The weir\nwas rebuilt.\n\nIt runs  \nagain.").text())
                .isEqualTo("The weir was rebuilt.\n\nIt runs\nagain.");
    }

    @Test
    void listsQuotesCodeAndTablesKeepTheirLines() throws Exception {
        String text = markdown("""
                        - First item
                        - Second item
                          1. Nested item

                        > Quoted words.

                        ```java
                        int weir = 1;

                        int tarn = 2;
                        ```

                            indented code

                        | Year | Height |
                        | ---- | ------ |
                        | 2004 | 3.5 m  |
                        """).text();

        assertThat(text)
                .startsWith("First item\n\nSecond item\n\nNested item\n\nQuoted words.\n\n")
                .contains("int weir = 1;\n\nint tarn = 2;\n\nindented code\n\n")
                .contains("| 2004 | 3.5 m  |".strip())
                .contains("| Year | Height |\n");
    }

    @Test
    void rawHtmlIsLeftOut() throws Exception {
        Document document = markdown("""
                <script>alert("planted")</script>

                <div>
                <p>Block</p>
                </div>

                <!-- a remark -->

                Visible.
                """);

        assertThat(document.text()).isEqualTo("Visible.");
    }

    @Test
    void headingsStandWhereTheirSpansSay() throws Exception {
        Document document = markdown("""
                Before.

                # The *weir*

                One.

                ## Height &amp; width

                Two.

                Flood
                -----
                Three.
                """);

        assertThat(document.headings())
                .extracting(Heading::text, Heading::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("The weir", 1),
                        org.assertj.core.groups.Tuple.tuple("Height & width", 2),
                        org.assertj.core.groups.Tuple.tuple("Flood", 2));
        assertThat(document.headings())
                .allSatisfy(heading -> assertThat(document.text().substring(heading.start(), heading.end()))
                        .isEqualTo(heading.text()));
    }

    @Test
    void passagesCarryTheHeadingsAboveThem() throws Exception {
        Document document = markdown(
                "Zero.\n\n# Weir\n\nOne.\n\n## Height\n\nTwo.\n\n### Flood\n\nThree.\n\n## Width\n\nFour.\n\n# Tarn\n\nFive.");
        List<Passage> passages = PassageSplitter.usual().passages(document);

        assertThat(passages)
                .extracting(Passage::text)
                .containsExactly("Zero.", "One.", "Two.", "Three.", "Four.", "Five.");
        assertThat(passages)
                .extracting(Passage::headings)
                .containsExactly("", "Weir", "Weir > Height", "Weir > Height > Flood", "Weir > Width", "Tarn");
        assertThat(passages).allSatisfy(passage -> assertThat(document.text().substring(passage.start(), passage.end()))
                .isEqualTo(passage.text()));
    }

    @Test
    void theFirstHeadingIsTheTitleWhereNothingElseIs() throws Exception {
        assertThat(markdown("# The weir\n\nText.").title()).isEqualTo("The weir");
        assertThat(markdown("---\ntitle: Front\n---\n# The weir\n\nText.").title())
                .isEqualTo("Front");
        assertThat(markdown("## A section\n\nText.").title()).isEqualTo("note");
    }

    @Test
    void aHeadingWithoutWordsIsNone() throws Exception {
        Document document = markdown("#\n\nOne.\n\n# <!-- remark -->\n\n## Height\n\nTwo.");

        assertThat(document.title()).isEqualTo("note");
        assertThat(document.headings()).extracting(Heading::text).containsExactly("Height");
        assertThat(document.text()).isEqualTo("One.\n\nHeight\n\nTwo.");
    }
}
