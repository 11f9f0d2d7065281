package footnote.ingest;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;

/** Reads {@code .docx}: paragraphs, headings by their styles, tables a row a line; heads, feet and notes are left out. */
final class WordReader implements DocumentReader {
    private static final Pattern HEADING = Pattern.compile("heading ([1-9])");
    private static final int DEEPEST_STYLE = 12;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Content read(SourceFile file) throws IOException, UnreadableFile {
        FileKind.ZIP.expect(file.bytes());
        ZipBounds.check(file.path());
        try (OPCPackage parts = OPCPackage.open(file.path().toFile(), PackageAccess.READ)) {
            if (!isWord(parts)) {
                throw new UnreadableFile("not a Word document inside");
            }
            return read(parts);
        } catch (InvalidFormatException | NotOfficeXmlFileException e) {
            throw new UnreadableFile("not a Word document inside", e);
        }
    }

    private static boolean isWord(OPCPackage parts) {
        return Stream.of(XWPFRelation.DOCUMENT, XWPFRelation.MACRO_DOCUMENT)
                .anyMatch(kind ->
                        !parts.getPartsByContentType(kind.getContentType()).isEmpty());
    }

    private static Content read(OPCPackage parts) throws IOException {
        try (XWPFDocument word = new XWPFDocument(parts)) {
            TextBlocks blocks = new TextBlocks();
            word.getBodyElements().forEach(element -> write(element, word.getStyles(), blocks));
            return blocks.content(particulars(word.getProperties().getCoreProperties()));
        }
    }

    private static void write(IBodyElement element, @Nullable XWPFStyles styles, TextBlocks blocks) {
        if (element instanceof XWPFParagraph paragraph) {
            int level = level(paragraph, styles);
            if (level == 0) {
                blocks.paragraph(text(paragraph));
            } else {
                blocks.heading(level, text(paragraph));
            }
        } else if (element instanceof XWPFTable table) {
            blocks.lines(table.getRows().stream().map(WordReader::row).toList());
        }
    }

    private static String text(XWPFParagraph paragraph) {
        return paragraph.getIRuns().stream()
                .filter(run -> !(run instanceof XWPFRun words) || words.getCTR().sizeOfDelTextArray() == 0)
                .map(run -> run instanceof XWPFRun words ? words.text() : run.toString())
                .collect(Collectors.joining());
    }

    private static String row(XWPFTableRow row) {
        return row.getTableCells().stream()
                .map(cell -> TextBlocks.line(cell.getText()))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    /** Style names are English in the file whatever language Word speaks; 0 for running text. */
    private static int level(XWPFParagraph paragraph, @Nullable XWPFStyles styles) {
        String id = paragraph.getStyleID();
        for (int depth = 0; styles != null && id != null && depth < DEEPEST_STYLE; depth++) {
            XWPFStyle style = styles.getStyle(id);
            if (style == null) {
                return 0;
            }
            String name = String.valueOf(style.getName()).toLowerCase(Locale.ROOT);
            Matcher heading = HEADING.matcher(name);
            if (heading.matches() || name.equals("title")) {
                return name.equals("title") ? 1 : Integer.parseInt(heading.group(1));
            }
            id = style.getBasisStyleID();
        }
        return 0;
    }

    private static Particulars particulars(CoreProperties known) {
        return new Particulars(title(known.getTitle()), day(known.getCreated()), null, null);
    }

    private static @Nullable String title(@Nullable String said) {
        String title = said == null ? "" : TextBlocks.line(said);
        return title.isEmpty() ? null : title;
    }

    private static @Nullable LocalDate day(@Nullable Date created) {
        return created == null ? null : LocalDate.ofInstant(created.toInstant(), ZoneOffset.UTC);
    }
}
