package footnote.slack;

/** Where people's judgements of answers go. */
@FunctionalInterface
public interface FeedbackBox {
    /** Keeps a judgement; when it returns, the judgement is on disk. */
    void keep(String answer, boolean good);
}
