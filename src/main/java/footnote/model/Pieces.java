package footnote.model;

/**
 * The word pieces of one text. A piece's span is in UTF-16 units of the text, and whole characters as people see them.
 */
final class Pieces {
    private final long[] ids;
    private final int[] starts;
    private final int[] ends;

    /** The arrays, one entry for each piece, are handed over, not copied. */
    Pieces(long[] ids, int[] starts, int[] ends) {
        this.ids = ids;
        this.starts = starts;
        this.ends = ends;
    }

    int count() {
        return ids.length;
    }

    int start(int piece) {
        return starts[piece];
    }

    int end(int piece) {
        return ends[piece];
    }

    /** Copies the ids of {@code count} pieces from {@code first} on into a sequence. */
    void copy(int first, int count, long[] sequence, int at) {
        System.arraycopy(ids, first, sequence, at, count);
    }
}
