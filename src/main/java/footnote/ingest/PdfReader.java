package footnote.ingest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .pdf} as its running text: paragraphs, headings by their larger or bolder letters, without the lines that
 * return on every page. The letters must be in the file; pictures of pages are not read.
 */
final class PdfReader implements DocumentReader {
    /** What word processors write where nobody gave a title. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)untitled.*|microsoft .* - .*|.*\\.(docx?|pptx?|xlsx?|indd|qxd|tex|dvi|pdf|rtf|txt)|\\W*");

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Content read(SourceFile file) throws IOException, UnreadableFile {
        FileKind.PDF.expect(file.bytes());
        try (PDDocument pdf = Loader.loadPDF(file.path().toFile())) {
            return read(pdf);
        } catch (InvalidPasswordException e) {
            throw new UnreadableFile("encrypted; it opens with a password only", e);
        }
    }

    private static Content read(PDDocument pdf) throws IOException, UnreadableFile {
        if (!pdf.getCurrentAccessPermission().canExtractContent()) {
            throw new UnreadableFile("protected; its owner does not allow to take text out of it");
        }
        TextBlocks blocks = new TextBlocks();
        PdfLayout.write(PdfLines.of(pdf), blocks);
        Content content = blocks.content(particulars(pdf.getDocumentInformation()));
        if (content.text().isBlank() && pdf.getNumberOfPages() > 0) {
            throw new UnreadableFile("holds no text, perhaps pictures of pages");
        }
        return content;
    }

    private static Particulars particulars(PDDocumentInformation known) {
        return new Particulars(title(known.getTitle()), day(known.getCreationDate()), null, null);
    }

    private static @Nullable String title(@Nullable String said) {
        String title = said == null ? "" : TextBlocks.line(said);
        return NO_TITLE.matcher(title).matches() ? null : title;
    }

    /** The day in the zone of its writer. */
    private static @Nullable LocalDate day(@Nullable Calendar created) {
        return created == null
                ? null
                : LocalDate.ofInstant(created.toInstant(), created.getTimeZone().toZoneId());
    }
}
