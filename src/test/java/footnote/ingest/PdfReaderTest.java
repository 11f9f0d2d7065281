package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.domain.Heading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReaderTest {
    @TempDir
    Path path;

    /** A line as it is drawn: how large, how far below the line before, and what. */
    private record Drawn(FontName font, float size, float below, String text) {}

    private static Drawn title(String text) {
        return new Drawn(FontName.HELVETICA_BOLD, 20, 40, text);
    }

    private static Drawn heading(String text) {
        return new Drawn(FontName.HELVETICA_BOLD, 14, 30, text);
    }

    private static Drawn first(String text) {
        return new Drawn(FontName.HELVETICA, 11, 30, text);
    }

    private static Drawn next(String text) {
        return new Drawn(FontName.HELVETICA, 11, 13, text);
    }

    @Test
    void joinsLinesToParagraphsUnderTheirHeadings() throws Exception {
        DocumentReader.Content content = read(List.of(
                title("Old bridge closed"),
                first("The old bridge over the Tarn was closed on"),
                next("Monday after a long inspec-"),
                next("tion. It is a well-known one."),
                heading("Cracks in two piers"),
                first("Engineers found cracks. Another inspection will follow, for the bridge is well-"),
                next("known.")));

        assertThat(content.text()).isEqualTo("""
                        Old bridge closed

                        The old bridge over the Tarn was closed on Monday after a long inspection. It is a well-known one.

                        Cracks in two piers

                        Engineers found cracks. Another inspection will follow, for the bridge is well-known.""");
        assertThat(content.headings()).extracting(Heading::level).containsExactly(1, 2);
        assertThat(content.headings())
                .allSatisfy(heading -> assertThat(content.text().substring(heading.start(), heading.end()))
                        .isEqualTo(heading.text()));
        assertThat(content.particulars().title()).isEqualTo("Old bridge closed");
    }

    @Test
    void dropsWhatReturnsOnEveryPageAndGoesOnOverItsEnd() throws Exception {
        DocumentReader.Content content = read(
                new PDDocumentInformation(),
                List.of(
                        page(1, "The report begins here. It was", "written for the council of the"),
                        page(2, "town of Tarn, which met in May.", "A new bridge would cost nine"),
                        page(3, "million. Nobody voted for it.", "The end.")));

        assertThat(content.text())
                .isEqualTo("The report begins here. It was written for the council of the town of Tarn, which met in"
                        + " May. A new bridge would cost nine million. Nobody voted for it. The end.");
    }

    private static List<Drawn> page(int number, String one, String two) {
        return List.of(
                next("Tarn council, report 17 of 2022"), first(one), next(two), first("page " + number + " of 3"));
    }

    @Test
    void findsTitleAndDayInItsProperties() throws Exception {
        PDDocumentInformation known = new PDDocumentInformation();
        known.setTitle("Report on the bridge");
        GregorianCalendar created = new GregorianCalendar(TimeZone.getTimeZone("GMT+9"));
        created.set(2022, 5, 1, 0, 30);
        known.setCreationDate(created);

        Particulars particulars =
                read(known, List.of(List.of(first("Some words.")))).particulars();

        assertThat(particulars)
                .isEqualTo(new Particulars("Report on the bridge", LocalDate.of(2022, 6, 1), null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft Word - draft 3.doc", "untitled", "report.indd", " ", "-"})
    void takesNoWordProcessorsNameForATitle(String title) throws Exception {
        PDDocumentInformation known = new PDDocumentInformation();
        known.setTitle(title);

        assertThat(read(known, List.of(List.of(title("Old bridge"), first("Some words."))))
                        .particulars()
                        .title())
                .isEqualTo("Old bridge");
    }

    @Test
    void readsADatedFirstLineAsAnyOtherFormatDoes() throws Exception {
        assertThat(read(List.of(first("date 2022-06-01 Old bridge closed"), first("Some words.")))
                        .particulars())
                .isEqualTo(new Particulars("Old bridge closed", LocalDate.of(2022, 6, 1), null, null));
    }

    @Test
    void saysThatAFileIsEncryptedOrProtected() throws IOException {
        write(new PDDocumentInformation(), List.of(List.of(first("Secret."))), "a password");
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("encrypted; it opens with a password only");

        write(new PDDocumentInformation(), List.of(List.of(first("Secret."))), "");
        assertThatThrownBy(this::read)
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("protected; its owner does not allow to take text out of it");
    }

    @Test
    void saysThatThereAreOnlyPictures() {
        assertThatThrownBy(() -> read(List.of()))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("holds no text, perhaps pictures of pages");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Just words.", "", "PK\3\4 zip", "{\\rtf1 words}"})
    void saysWhatAFileIsInsteadOfAPdf(String bytes) throws IOException {
        Files.writeString(path.resolve("a.pdf"), bytes);

        assertThatThrownBy(this::read).isInstanceOf(UnreadableFile.class).hasMessageStartingWith("not a PDF");
    }

    private DocumentReader.Content read() throws IOException, UnreadableFile {
        return new PdfReader().read(new SourceFile(path.resolve("a.pdf"), "a.pdf"));
    }

    private DocumentReader.Content read(List<Drawn> page) throws IOException, UnreadableFile {
        return read(new PDDocumentInformation(), List.of(page));
    }

    private DocumentReader.Content read(PDDocumentInformation known, List<List<Drawn>> pages)
            throws IOException, UnreadableFile {
        write(known, pages, null);
        return read();
    }

    private void write(
            PDDocumentInformation known, List<List<Drawn>> pages, @org.jspecify.annotations.Nullable String password)
            throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            pdf.setDocumentInformation(known);
            for (List<Drawn> page : pages) {
                draw(page, pdf);
            }
            if (password != null) {
                AccessPermission none = new AccessPermission();
                none.setCanExtractContent(false);
                pdf.protect(new StandardProtectionPolicy("the owner's", password, none));
            }
            pdf.save(path.resolve("a.pdf").toFile());
        }
    }

    private static void draw(List<Drawn> lines, PDDocument pdf) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        float from = 740;
        try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
            for (Drawn line : lines) {
                from -= line.below();
                out.beginText();
                out.setFont(new PDType1Font(line.font()), line.size());
                out.newLineAtOffset(72, from);
                out.showText(line.text());
                out.endText();
            }
        }
    }
}
