package footnote.domain;

/** One earlier turn of a conversation, as the asker remembers it. */
public record Turn(Role role, String text) {
    /** Who spoke. */
    public enum Role {
        USER,
        ASSISTANT
    }

    public Turn {
        if (text.length() > Question.LONGEST_TURN) {
            throw new InvalidValue(
                    "history",
                    "a turn's text must have at most " + Question.LONGEST_TURN + " characters, got " + text.length());
        }
    }
}
