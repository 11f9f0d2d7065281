package footnote.answer;

import java.util.function.Consumer;

/** Writes an answer from evidence. Threads may share it. */
public interface Answerer {
    /** Who speaks, as replies name it. */
    String name();

    /**
     * Answers, or drafts nothing where the evidence doesn't carry an answer.
     *
     * @param pieces hears the text as it is written; it may throw to stop the work when nobody listens any more
     */
    Draft answer(Evidence evidence, Consumer<String> pieces);
}
