package footnote.testing;

/** A document of a megabyte that says one thing, at its very end. */
public final class LongDocument {
    public static final String LAST = "The very last entry names the lighthouse.";

    private static final int LENGTH = 1_000_000;

    private LongDocument() {}

    /** As a file among the passages holds it. */
    public static String text() {
        StringBuilder text = new StringBuilder("date 2020-02-02 A long record\n\n");
        for (int entry = 0; text.length() < LENGTH; entry++) {
            text.append("Entry ").append(entry).append(" of the record says little. ");
            text.append("The keeper wrote it down all the same, line after line, year after year.\n\n");
        }
        return text.append(LAST).append('\n').toString();
    }
}
