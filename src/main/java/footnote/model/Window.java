package footnote.model;

/**
 * Some consecutive pieces of a passage that are read together with the question.
 *
 * @param question how many of the question's pieces are read
 * @param first the first piece of the passage in this window
 * @param count how many of the passage's pieces are in this window
 */
record Window(int question, int first, int count) {
    /** Where the passage's pieces begin in the sequence: after [CLS], the question and [SEP]. */
    int offset() {
        return question + 2;
    }

    int length() {
        return offset() + count + 1;
    }
}
