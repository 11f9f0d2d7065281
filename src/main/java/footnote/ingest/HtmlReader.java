package footnote.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads {@code .html} as the text of what a page is about: headings, paragraphs, lists, tables; without menus, banners and
 * whatever else surrounds it. Nothing that the page refers to is fetched.
 */
final class HtmlReader implements DocumentReader {
    private static final int DEEPEST = 512;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Content read(SourceFile file) throws IOException, UnreadableFile {
        byte[] bytes = file.bytes();
        FileKind.expectText(bytes);
        Document page = parse(bytes);
        if (page.wholeText().indexOf('\0') >= 0) {
            throw new UnreadableFile("not a text (it holds a zero character)");
        }
        Particulars particulars = HtmlParticulars.of(page);
        Element body = MainContent.of(page);
        TextBlocks blocks = new TextBlocks();
        HtmlText.write(body, blocks);
        return blocks.content(particulars);
    }

    /** As browsers do: by the mark of its encoding, by what the page says of it, else UTF-8, else Windows' Latin. */
    private static Document parse(byte[] bytes) throws IOException {
        Document page = parse(bytes, null);
        boolean silent =
                page.select("meta[charset], meta[http-equiv=content-type]").isEmpty();
        return silent && page.charset().equals(StandardCharsets.UTF_8) && !isUtf8(bytes)
                ? parse(bytes, "windows-1252")
                : page;
    }

    @SuppressWarnings("NullAway") // jsoup takes null for "find out"
    private static Document parse(byte[] bytes, @org.jspecify.annotations.Nullable String charset) throws IOException {
        return Jsoup.parse(
                new ByteArrayInputStream(bytes),
                charset,
                "",
                Parser.htmlParser().setMaxDepth(DEEPEST));
    }

    private static boolean isUtf8(byte[] bytes) {
        Charset utf8 = StandardCharsets.UTF_8;
        try {
            return utf8.newDecoder().decode(ByteBuffer.wrap(bytes)).remaining() >= 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
