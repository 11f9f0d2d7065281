package footnote.ingest;

import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** Writes the visible text of a part of a page, block by block. */
final class HtmlText implements NodeFilter {
    private final TextBlocks blocks;
    private final StringBuilder open = new StringBuilder();

    private HtmlText(TextBlocks blocks) {
        this.blocks = blocks;
    }

    static void write(Element part, TextBlocks blocks) {
        HtmlText writing = new HtmlText(blocks);
        part.filter(writing);
        writing.endBlock();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            open.append(words.getWholeText());
        }
        return node instanceof Element element ? enter(element) : FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        String name = element.normalName();
        boolean blank = name.equals("br") || name.equals("td") || name.equals("th");
        if (blank) {
            open.append(' ');
        } else if (element.isBlock()) {
            endBlock();
        }
        if (isHeading(name)) {
            blocks.heading(name.charAt(1) - '0', element.text());
            return FilterResult.SKIP_CHILDREN;
        }
        return writeWhole(element, name) ? FilterResult.SKIP_CHILDREN : FilterResult.CONTINUE;
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    /** Programs and tables are written at once; a table that holds tables or headings lays out a page and is read as one. */
    private boolean writeWhole(Element element, String name) {
        if (name.equals("pre")) {
            blocks.verbatim(element.wholeText());
            return true;
        }
        if (name.equals("table")
                && element.select("table table, h1, h2, h3, h4, p").isEmpty()) {
            blocks.lines(
                    element.select("caption, tr").stream().map(HtmlText::row).toList());
            return true;
        }
        return false;
    }

    private static String row(Element row) {
        if (row.normalName().equals("caption")) {
            return row.text();
        }
        return row.children().stream()
                .map(Element::text)
                .filter(cell -> !cell.isBlank())
                .collect(Collectors.joining(" | "));
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            endBlock();
        }
        return FilterResult.CONTINUE;
    }

    private void endBlock() {
        blocks.paragraph(open.toString());
        open.setLength(0);
    }
}
