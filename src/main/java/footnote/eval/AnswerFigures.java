package footnote.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exact match and F1 as the official SQuAD 2.0 evaluation script takes them: over all questions that can be scored, over
 * the answerable ones, and the share of the unanswerable ones that were declined.
 */
public record AnswerFigures(
        @Nullable Double em,
        @Nullable Double f1,
        @Nullable Double hasAnsEm,
        @Nullable Double hasAnsF1,
        @Nullable Double noAnsAccuracy) {
    static AnswerFigures of(List<Reply> replies) {
        List<Reply> answerable =
                replies.stream().filter(reply -> reply.question().answerable()).toList();
        List<Reply> unanswerable =
                replies.stream().filter(reply -> !reply.question().answerable()).toList();
        return new AnswerFigures(
                Share.mean(replies, Reply::exactMatch),
                Share.mean(replies, Reply::f1),
                Share.mean(answerable, Reply::exactMatch),
                Share.mean(answerable, Reply::f1),
                Share.mean(unanswerable, Reply::exactMatch));
    }
}
