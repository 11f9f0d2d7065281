package footnote.ingest;

/** A file is no document; the message says why, for its owner to read. */
public final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableFile(String reason) {
        super(reason);
    }

    public UnreadableFile(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The reason, in one clause. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
