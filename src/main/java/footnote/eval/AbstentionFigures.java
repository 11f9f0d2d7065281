package footnote.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether silence comes where it should.
 *
 * @param precision abstentions on unanswerable questions / all abstentions; null without abstentions, and for a set
 *     without unanswerable questions
 * @param recall abstentions on unanswerable questions / all unanswerable questions
 * @param falseAbstention abstentions on answerable questions / all answerable questions
 */
public record AbstentionFigures(
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double falseAbstention) {
    static AbstentionFigures of(List<Reply> replies) {
        long unanswerable =
                replies.stream().filter(reply -> !reply.question().answerable()).count();
        long declined = replies.stream().filter(Reply::isDeclined).count();
        long rightly = replies.stream()
                .filter(reply -> reply.isDeclined() && !reply.question().answerable())
                .count();
        return new AbstentionFigures(
                unanswerable == 0 ? null : Share.of(rightly, declined),
                Share.of(rightly, unanswerable),
                Share.of(declined - rightly, replies.size() - unanswerable));
    }
}
