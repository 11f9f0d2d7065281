package footnote.ingest;

import footnote.domain.Heading;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Reads the files of one format. Threads may share it. */
interface DocumentReader {
    /** The endings of the file names that it reads, small letters with their dot. */
    Set<String> endings();

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
        return List.of(new PlainTextReader(), new MarkdownReader(), new HtmlReader(), new PdfReader(), new WordReader())
                .stream()
                .filter(reader -> reader.endings().contains(file.ending()))
                .findFirst()
                .orElseThrow(() -> new UnreadableFile("not a format that Footnote reads"));
    }

    /** What a file says, and says of itself. */
    record Content(String text, List<Heading> headings, Particulars particulars) {
        public Content {
            headings = List.copyOf(headings);
        }
    }
}
