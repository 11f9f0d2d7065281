package footnote.eval;

import footnote.domain.Passage;
import java.util.List;

/**
 * A sentence that a passage holds, and the same sentence with one thing changed.
 *
 * @param passages the one that holds it first, then others of the same subject
 * @param form how the right sentence came about
 */
record SupportPair(List<Passage> passages, Form form, String right, Change change, String wrong) {
    /** How a right sentence is made. */
    enum Form {
        /** A question in its asker's words, with the answer in place of the question word. */
        ANSWERED_QUESTION,
        /** A sentence of the passage as it stands. */
        SENTENCE
    }

    /** What makes it wrong. */
    enum Change {
        NUMBER,
        DATE,
        NAME,
        NEGATION,
        ATTRIBUTION
    }

    SupportPair {
        passages = List.copyOf(passages);
    }
}
