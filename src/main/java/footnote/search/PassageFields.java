package footnote.search;

/**
 * Every field name of the index, once. A document is one block: its passages, then its own record; all of them carry
 * {@link #DOCUMENT}, by which the block is replaced as one.
 */
final class PassageFields {
    /** Raises with every change of fields or analysis; an index of another version is rebuilt. */
    static final int SCHEMA = 2;

    /** {@link #IS_PASSAGE} or {@link #IS_DOCUMENT}. */
    static final String KIND = "kind";

    static final String IS_PASSAGE = "passage";
    static final String IS_DOCUMENT = "document";

    /** The document's id: a term, a stored value and a doc value. */
    static final String DOCUMENT = "document";

    /** The passage's id, stored and as a doc value. */
    static final String PASSAGE = "passage";

    /** A passage's title and heading trail, analysed. */
    static final String CONTEXT = "context";

    /** A passage's text, analysed and stored. */
    static final String TEXT = "text";

    /** A document's title and whole text, analysed; the text is stored. */
    static final String WHOLE = "whole";

    /** The document's date as days since 1970-01-01: a point, a doc value and a stored value. Absent if undated. */
    static final String DAY = "day";

    /** A passage's unit vector. */
    static final String VECTOR = "vector";

    /** On a document's record whose passages have no vectors yet. */
    static final String PENDING = "pending";

    static final String TITLE = "title";
    static final String SOURCE = "source";
    static final String URL = "url";
    static final String HEADINGS = "headings";
    static final String START = "start";
    static final String END = "end";
    static final String FINGERPRINT = "fingerprint";
    static final String PASSAGES = "passages";

    private PassageFields() {}
}
