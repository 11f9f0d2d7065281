package footnote.ingest;

import footnote.domain.Document;
import java.io.IOException;
import java.util.List;

/** Where documents come from: a folder of files, or a corpus of a question set. */
public interface DocumentSource {
    /** Everything there is right now, sorted by name. */
    List<Item> items();

    /** Lets go of what reading needed, until the next item is read. */
    default void rest() {}

    /** One document to be; nothing of it is read before it is asked for. */
    interface Item {
        /** What a person calls it, for instance its path inside the folder. */
        String name();

        /** The id of the document that it holds. */
        String id();

        /** Changes with the content and with how it is read. */
        String fingerprint() throws IOException, UnreadableFile;

        /** @throws UnreadableFile if the content is no document, with the reason to show */
        Document document() throws IOException, UnreadableFile;
    }
}
