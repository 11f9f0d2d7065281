package footnote.eval;

/** Hears how far a long step has come. */
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = (step, done, total) -> {};

    void report(String step, int done, int total);
}
