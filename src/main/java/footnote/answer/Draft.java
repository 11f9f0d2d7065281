package footnote.answer;

import footnote.domain.Hit;
import footnote.domain.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answerer would say.
 *
 * @param statements the sentences in order; empty to decline
 * @param shortAnswer the span that leads the answer; null if there is none
 * @param confidence calibrated, 0 to 1; null if the answerer has none
 * @param support the share of the written sentences that the check let through; null if nothing was checked
 * @param answerer who wrote it
 * @param notice what the asker should know, in one sentence; null if nothing
 * @param sources the evidence in the order in which it turned out to answer; empty to leave it as it was found
 */
public record Draft(
        List<Statement> statements,
        @Nullable String shortAnswer,
        @Nullable Double confidence,
        @Nullable Double support,
        String answerer,
        @Nullable String notice,
        List<Hit> sources) {
    public Draft {
        statements = List.copyOf(statements);
        sources = List.copyOf(sources);
    }

    /** A draft that leaves the evidence in its order. */
    public Draft(
            List<Statement> statements,
            @Nullable String shortAnswer,
            @Nullable Double confidence,
            @Nullable Double support,
            String answerer,
            @Nullable String notice) {
        this(statements, shortAnswer, confidence, support, answerer, notice, List.of());
    }

    /** A draft that says nothing. */
    static Draft declined(String answerer, @Nullable Double confidence) {
        return new Draft(List.of(), null, confidence, null, answerer, null);
    }

    /** The same draft with another notice. */
    public Draft withNotice(String other) {
        return new Draft(statements, shortAnswer, confidence, support, answerer, other, sources);
    }

    Draft withSources(List<Hit> ordered) {
        return new Draft(statements, shortAnswer, confidence, support, answerer, notice, ordered);
    }

    /**
     * One sentence and where it stands.
     *
     * @param text without markers
     * @param quotes at least one
     */
    public record Statement(String text, List<Quote> quotes) {
        public Statement {
            quotes = List.copyOf(quotes);
            if (quotes.isEmpty()) {
                throw new IllegalArgumentException("a statement needs at least one quote");
            }
        }
    }

    /**
     * Some words of a passage.
     *
     * @param from in UTF-16 units of the passage's text
     * @param to exclusive
     */
    public record Quote(Passage passage, int from, int to) {
        /** The words themselves. */
        String words() {
            return passage.text().substring(from, to);
        }
    }
}
