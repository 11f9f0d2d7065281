package footnote.ingest;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Hears from PDFBox what stands on each page, and keeps it line by line with the look of its letters. */
final class PdfLines extends PDFTextStripper {
    private static final int BOLD = 600;

    private final List<List<PdfLine>> pages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<Double, Integer> sizes = new HashMap<>();
    private int bold;
    private int letters;
    private boolean starts = true;

    private PdfLines() {
        setSuppressDuplicateOverlappingText(true); // bold letters are often the same letter twice
    }

    /** The lines of each page. */
    static List<List<PdfLine>> of(PDDocument pdf) throws IOException {
        PdfLines lines = new PdfLines();
        lines.writeText(pdf, Writer.nullWriter());
        return lines.pages;
    }

    @Override
    protected void startPage(PDPage page) {
        pages.add(new ArrayList<>());
        starts = true;
    }

    @Override
    protected void endPage(PDPage page) {
        endLine();
    }

    @Override
    protected void writeParagraphStart() throws IOException {
        super.writeParagraphStart();
        starts = true;
    }

    @Override
    protected void writeParagraphEnd() throws IOException {
        endLine();
        super.writeParagraphEnd();
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeWordSeparator() {
        text.append(' ');
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
        text.append(words);
        for (TextPosition letter : positions) {
            double size = Math.round(letter.getFontSizeInPt() * 2) / 2.0;
            sizes.merge(size, 1, Integer::sum);
            bold += isBold(letter.getFont()) ? 1 : 0;
            letters++;
        }
    }

    private static boolean isBold(PDFont font) {
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return String.valueOf(font.getName()).toLowerCase(Locale.ROOT).contains("bold")
                || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD));
    }

    private void endLine() {
        String line = TextBlocks.line(text.toString());
        if (!line.isEmpty() && !pages.isEmpty()) {
            pages.getLast().add(new PdfLine(line, usual(sizes), bold * 2 > letters, starts));
            starts = false;
        }
        text.setLength(0);
        sizes.clear();
        bold = 0;
        letters = 0;
    }

    /** The size of most letters; of two the smaller. */
    private static double usual(Map<Double, Integer> sizes) {
        double usual = 0;
        int most = 0;
        for (Map.Entry<Double, Integer> size : sizes.entrySet()) {
            if (size.getValue() > most || (size.getValue() == most && size.getKey() < usual)) {
                usual = size.getKey();
                most = size.getValue();
            }
        }
        return usual;
    }
}
