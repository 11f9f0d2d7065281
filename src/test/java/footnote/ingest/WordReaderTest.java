package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.domain.Heading;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

class WordReaderTest {
    @TempDir
    Path path;

    @Test
    void keepsParagraphsHeadingsListsAndTables() throws Exception {
        try (XWPFDocument word = new XWPFDocument()) {
            style(word, "berschrift1", "heading 1", null);
            style(word, "berschrift2", "heading 2", null);
            style(word, "Mine", "my own heading", "berschrift2");
            add(word, "berschrift1", "Old bridge closed");
            add(word, null, "The old bridge over the\tTarn was closed.");
            add(word, "Mine", "Cracks in two piers");
            add(word, null, "Engineers found cracks.");
            XWPFTable table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Year");
            table.getRow(0).getCell(1).setText("Cars");
            table.getRow(1).getCell(0).setText("2021");
            table.getRow(1).getCell(1).setText("4,100");
            write(word);
        }

        DocumentReader.Content content = read();

        assertThat(content.text()).isEqualTo("""
                        Old bridge closed

                        The old bridge over the Tarn was closed.

                        Cracks in two piers

                        Engineers found cracks.

                        Year | Cars
                        2021 | 4,100""");
        assertThat(content.headings()).extracting(Heading::level).containsExactly(1, 2);
        assertThat(content.particulars().title()).isEqualTo("Old bridge closed");
    }

    @Test
    void leavesOutWhatWasDeletedAndKeepsWhatWasInserted() throws Exception {
        try (XWPFDocument word = new XWPFDocument()) {
            XWPFParagraph paragraph = word.createParagraph();
            paragraph.createRun().setText("The bridge is ");
            paragraph.getCTP().addNewDel().addNewR().addNewDelText().setStringValue("closed");
            paragraph.getCTP().addNewIns().addNewR().addNewT().setStringValue("open");
            write(word);
        }

        assertThat(read().text()).isEqualTo("The bridge is open");
    }

    @Test
    void findsTitleAndDayInItsProperties() throws Exception {
        try (XWPFDocument word = new XWPFDocument()) {
            add(word, null, "Some words.");
            word.getProperties().getCoreProperties().setTitle("Report on the bridge");
            word.getProperties()
                    .getCoreProperties()
                    .setCreated(Optional.of(Date.from(Instant.parse("2022-06-01T23:30:00Z"))));
            write(word);
        }

        assertThat(read().particulars())
                .isEqualTo(new Particulars("Report on the bridge", LocalDate.of(2022, 6, 1), null, null));
    }

    @Test
    void saysWhyItCantBeReadInAWordOfItsOwn() throws Exception {
        Path file = path.resolve("a.docx");
        Files.writeString(file, "Just words.");
        refuses("not a ZIP archive, as new Office documents are");

        Files.writeString(file, "PK\3\4 and no more");
        refuses("broken inside");

        encrypt(file);
        refuses("not a ZIP archive, as new Office documents are but an Office document, encrypted or of the old kind");

        try (XSSFWorkbook sheet = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            sheet.createSheet("Prices");
            sheet.write(out);
        }
        refuses("not a Word document inside");

        zip(file, "notes.txt", 10);
        refuses("not a Word document inside");
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarMore() throws Exception {
        zip(path.resolve("a.docx"), "word/document.xml", ZipBounds.MOST_BYTES + 1);

        assertThat(path.resolve("a.docx"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(1 << 20));
        refuses("unpacks to more than 128 MiB");
    }

    private void refuses(String reason) {
        assertThatThrownBy(this::read).isInstanceOf(UnreadableFile.class).hasMessage(reason);
    }

    private static void encrypt(Path file) throws Exception {
        EncryptionInfo how = new EncryptionInfo(EncryptionMode.standard);
        var encryptor = how.getEncryptor();
        encryptor.confirmPassword("a password");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            try (OutputStream inside = encryptor.getDataStream(container)) {
                inside.write(new byte[100]);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
    }

    private static void zip(Path file, String name, long length) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (long left = length; left > 0; left -= blanks.length) {
                zip.write(blanks, 0, (int) Math.min(left, blanks.length));
            }
        }
    }

    private static void style(
            XWPFDocument word, String id, String name, @org.jspecify.annotations.Nullable String basis) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        if (basis != null) {
            style.addNewBasedOn().setVal(basis);
        }
        word.createStyles().addStyle(new XWPFStyle(style));
    }

    private static void add(XWPFDocument word, @org.jspecify.annotations.Nullable String style, String text) {
        XWPFParagraph paragraph = word.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(text);
    }

    private void write(XWPFDocument word) throws IOException {
        try (OutputStream out = Files.newOutputStream(path.resolve("a.docx"))) {
            word.write(out);
        }
    }

    private DocumentReader.Content read() throws IOException, UnreadableFile {
        return new WordReader().read(new SourceFile(path.resolve("a.docx"), "a.docx"));
    }
}
