package footnote.ingest;

import footnote.domain.Heading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Reads {@code .md} as the text that a person would see: no markup, one blank line between blocks, a table row a line.
 * Raw HTML is left out.
 */
final class MarkdownReader implements DocumentReader {
    private static final Parser PARSER = Parser.builder().build();

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean isConfined() {
        return false;
    }

    @Override
    public Content read(SourceFile file) throws IOException, UnreadableFile {
        String whole = file.text();
        FrontMatter front = FrontMatter.of(whole);
        Rendering rendering = new Rendering();
        render(whole.substring(front.length()), rendering);
        Particulars particulars = Particulars.of(front.fields());
        return new Content(rendering.text.toString(), rendering.headings, rendering.titled(particulars));
    }

    private static void render(String text, Rendering rendering) throws UnreadableFile {
        try {
            PARSER.parse(text).accept(rendering);
        } catch (StackOverflowError e) {
            throw new UnreadableFile("is nested too deeply", e);
        }
    }

    /** Writes the visible text, block by block. */
    private static final class Rendering extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();
        private final List<Heading> headings = new ArrayList<>();
        private char lineEnd = ' ';

        Particulars titled(Particulars particulars) {
            return headings.isEmpty() || headings.getFirst().level() > 1
                    ? particulars
                    : particulars.orTitle(headings.getFirst().text());
        }

        private void startBlock() {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
        }

        @Override
        public void visit(org.commonmark.node.Heading heading) {
            int before = text.length();
            startBlock();
            int start = text.length();
            lineEnd = ' ';
            visitChildren(heading);
            if (text.substring(start).isBlank()) {
                text.setLength(before);
                return;
            }
            headings.add(new Heading(start, text.length(), heading.getLevel(), text.substring(start)));
        }

        @Override
        public void visit(Paragraph paragraph) {
            startBlock();
            lineEnd = isTable(paragraph) ? '\n' : ' ';
            visitChildren(paragraph);
        }

        private static boolean isTable(Paragraph paragraph) {
            return paragraph.getFirstChild() instanceof Text first
                    && first.getLiteral().startsWith("|");
        }

        @Override
        public void visit(BlockQuote quote) {
            visitChildren(quote);
        }

        @Override
        public void visit(ListItem item) {
            visitChildren(item);
        }

        @Override
        public void visit(FencedCodeBlock code) {
            startBlock();
            text.append(code.getLiteral().stripTrailing());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            startBlock();
            text.append(code.getLiteral().stripTrailing());
        }

        @Override
        public void visit(Text words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak line) {
            text.append(lineEnd);
        }

        @Override
        public void visit(HardLineBreak line) {
            text.append('\n');
        }

        @Override
        public void visit(HtmlBlock markup) {}

        @Override
        public void visit(HtmlInline markup) {}
    }
}
