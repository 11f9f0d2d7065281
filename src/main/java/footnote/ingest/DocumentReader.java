package footnote.ingest;

import footnote.domain.Heading;
import java.io.IOException;
import java.util.List;

/** Reads the files of one format. Threads may share it. */
interface DocumentReader {
    /** Raises whenever the same bytes are read otherwise than before, so that they are read again. */
    int version();

    /** Reads one file.
     *
     * @throws UnreadableFile with the reason, if the content isn't what the name says */
    Content read(SourceFile file) throws IOException, UnreadableFile;

    /** Whether files of this format are read in a process of their own, since they can hide anything. */
    default boolean isConfined() {
        return true;
    }

    /** The reader of a file's ending.
     *
     * @throws UnreadableFile if there is none
     */
    static DocumentReader of(SourceFile file) throws UnreadableFile {
        return switch (file.ending()) {
            case ".txt" -> new PlainTextReader();
            case ".md", ".markdown" -> new MarkdownReader();
            case ".html", ".htm", ".xhtml" -> new HtmlReader();
            case ".pdf" -> new PdfReader();
            case ".docx" -> new WordReader();
            default -> throw new UnreadableFile("not a format that Footnote reads");
        };
    }

    /** What a file says, and says of itself. */
    record Content(String text, List<Heading> headings, Particulars particulars) {
        public Content {
            headings = List.copyOf(headings);
        }
    }
}
