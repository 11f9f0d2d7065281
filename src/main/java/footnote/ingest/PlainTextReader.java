package footnote.ingest;

import java.io.IOException;
import java.util.List;

/**
 * Reads {@code .txt}: front matter if there is some, else a first line {@code date 2021-12-30 Title of the article}. That
 * line stays part of the text, since it is what the document says; front matter does not.
 */
final class PlainTextReader implements DocumentReader {
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
        String text = whole.substring(front.length());
        return new Content(text, List.of(), Particulars.of(front.fields()).or(Particulars.ofFirstLine(text)));
    }
}
