package footnote.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller hears while one question is being answered. The last event, and only the last, is an {@link Ending}. */
public sealed interface AnswerEvent {
    /** The passages that will be read, before anything is said. */
    record Sources(String question, @Nullable TimeScope time, List<Hit> sources) implements AnswerEvent {
        public Sources {
            sources = List.copyOf(sources);
        }
    }

    /** The next piece of the answer as it is written; the ending replaces what was streamed. */
    record Text(String piece) implements AnswerEvent {}

    /** The question is closed. */
    sealed interface Ending extends AnswerEvent {}

    /** An answer whose every sentence is cited. */
    record Completed(Answer answer) implements Ending {}

    /** The passages support no answer; {@code closest} holds the nearest ones. A normal outcome, not a fault. */
    record Declined(Answer closest) implements Ending {}

    /** Something broke. The message is safe to show; the log has the rest under the same id. */
    record Failed(String id, String message) implements Ending {}
}
