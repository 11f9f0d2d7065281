package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Document;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParticularsTest {
    private static final LocalDate DAY = LocalDate.of(2021, 12, 30);

    @TempDir
    Path path;

    private WrittenFolder folder;

    @BeforeEach
    void open() {
        folder = new WrittenFolder(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"note.txt", "note.md"})
    void frontMatterTellsTitleDateSourceAndAddress(String name) throws Exception {
        Document document = folder.read(name, """
                ---
                title: A weir, rebuilt
                date: 2021-12-30
                source: Tarn Gazette
                url: https://example.org/weir
                ---
                The weir was rebuilt.
                """);

        assertThat(document.title()).isEqualTo("A weir, rebuilt");
        assertThat(document.date()).isEqualTo(DAY);
        assertThat(document.source()).isEqualTo("Tarn Gazette");
        assertThat(document.url()).isEqualTo("https://example.org/weir");
        assertThat(document.text().strip()).isEqualTo("The weir was rebuilt.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: The flood: a year on | The flood: a year on",
                "title: \"The flood: a year on\" | The flood: a year on",
                "title: 'It''s over' | It''s over",
                "title: \"Over\" and out | \"Over\" and out",
                "Title:No blank | No blank",
                "title : A blank before | A blank before",
            })
    void aTitleIsWhateverStandsBehindTheFirstColon(String line, String title) throws Exception {
        assertThat(folder.read("note.txt", "---\n" + line + "\n---\nText.").title())
                .isEqualTo(title);
    }

    @Test
    void frontMatterMayEndItsLinesAsWindowsDoes() throws Exception {
        Document document = folder.read("note.txt", "---\r\ntitle: Weir\r\ndate: 2021-12-30\r\n---\r\nIt runs.\r\n");

        assertThat(document.title()).isEqualTo("Weir");
        assertThat(document.date()).isEqualTo(DAY);
        assertThat(document.text()).isEqualTo("It runs.\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--- \nThis is a rule, and no fence closes it.\n",
                "----\ntitle: No\n----\n",
                "Text first.\n---\ntitle: No\n---\n"
            })
    void whatIsNotFencedIsText(String text) throws Exception {
        Document document = folder.read("note.txt", text);

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.title()).isEqualTo("note");
    }

    @Test
    void blankFieldsSayNothing() throws Exception {
        Document document = folder.read("my_note.txt", "---\ntitle:  \nsource: ''\ndate:\n---\nText.");

        assertThat(document.title()).isEqualTo("my note");
        assertThat(document.source()).isNull();
        assertThat(document.date()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date 2021-12-30 A walk along the weir\nText.",
                "   date 2021-12-30 A walk along the weir\r\nText.",
                "\n\n\t date 2021-12-30\tA walk along the weir  \nText.",
                "Date 2021-12-30 A walk along the weir"
            })
    void aFirstLineTellsDateAndTitleAndStaysText(String text) throws Exception {
        Document document = folder.read("note.txt", text);

        assertThat(document.title()).isEqualTo("A walk along the weir");
        assertThat(document.date()).isEqualTo(DAY);
        assertThat(document.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date 2021-02-30 No such day",
                "date 30 December 2021 Not that form",
                "Text first.\ndate 2021-12-30 Too late",
                "date 2021-12-30"
            })
    void anyOtherFirstLineIsText(String text) throws Exception {
        Document document = folder.read("note.txt", text);

        assertThat(document.title()).isEqualTo("note");
        assertThat(document.date()).isNull();
    }

    @Test
    void frontMatterGoesBeforeTheFirstLineAndThatBeforeTheName() throws Exception {
        Document both = folder.read("2020-01-01-note.txt", "---\ntitle: Front\n---\ndate 2021-12-30 Line\n");
        Document name = folder.read("2020-01-01-other.txt", "Text.");

        assertThat(both.title()).isEqualTo("Front");
        assertThat(both.date()).isEqualTo(DAY);
        assertThat(name.date()).isEqualTo(LocalDate.of(2020, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-12-30-call.txt",
                "call_2021_12_30.txt",
                "20211230.txt",
                "call 2021.12.30.txt",
                "99991399-2021-12-30.txt"
            })
    void aNameTellsTheDate(String name) throws Exception {
        assertThat(folder.read(name, "Text.").date()).isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-13-30.txt",
                "2021-02-30.txt",
                "120211230.txt",
                "2021-12.txt",
                "0001-01-01.txt",
                "2021-12-301.txt"
            })
    void aNumberInANameIsNoDateUnlessItIsADay(String name) throws Exception {
        assertThat(folder.read(name, "Text.").date()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-12-30",
                "2021-12-30T20:30:00Z",
                "2021-12-30 20:30",
                "30 December 2021",
                "December 30, 2021",
                "30 Dec 2021",
                "Dec 30, 2021",
                "\"2021-12-30\""
            })
    void aDateMayBeWrittenInSeveralWays(String date) throws Exception {
        assertThat(folder.read("note.txt", "---\ndate: " + date + "\n---\nText.")
                        .date())
                .isEqualTo(DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-02-30", "soon", "31 June 2021", "12/30/2021", "20211230123", "2021"})
    void aDateThatIsNoneIsLeftOut(String date) throws Exception {
        assertThat(folder.read("note.txt", "---\ndate: " + date + "\n---\nText.")
                        .date())
                .isNull();
    }
}
