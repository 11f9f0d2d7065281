package footnote.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The reply to one question, the same in every channel.
 *
 * @param answer what is said: sentences with markers if answered, one sentence that says so if declined
 * @param shortAnswer the span that leads the answer; null if there is none
 * @param answerer who spoke
 * @param confidence the calibrated probability that the answer is right, 0 to 1; null where it has no meaning
 * @param support the share of the sentences that the check let through, 0 to 1; null where it has no meaning
 * @param question the stand-alone question that was searched for
 * @param time the time that the question speaks of; null if it names none
 * @param citations one for each marker, by marker; empty if declined
 * @param sources the passages that were read, in the order in which they turned out to answer; the closest ones if declined
 * @param notice what the user should know, in one sentence; null if nothing
 */
public record Answer(
        String id,
        Status status,
        String answer,
        @Nullable String shortAnswer,
        String answerer,
        @Nullable Double confidence,
        @Nullable Double support,
        String question,
        @Nullable TimeScope time,
        List<Citation> citations,
        List<Hit> sources,
        @Nullable String notice,
        IndexState index,
        Millis millis) {
    /** How a question ended. */
    public enum Status {
        ANSWERED,
        DECLINED
    }

    /** How long the steps took, in milliseconds. */
    public record Millis(long retrieve, long answer, long total) {}

    public Answer {
        citations = List.copyOf(citations);
        sources = List.copyOf(sources);
        if ((status == Status.DECLINED) != citations.isEmpty()) {
            throw new IllegalArgumentException("an answer has citations exactly if it is not declined, got " + status
                    + " with " + citations.size());
        }
    }
}
