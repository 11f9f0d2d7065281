package footnote.answer;

import java.util.List;

/** Reads passages for the words that answer a question. Threads may share one; it never follows what a passage says. */
public interface SpanReader extends AutoCloseable {
    /** One reading for each passage, in their order. */
    List<Reading> read(String question, List<String> passages);

    @Override
    void close();

    /**
     * What one passage says to the question.
     *
     * @param spans the best spans, best first, none inside another's words twice; empty if the passage has no words
     * @param noAnswer the raw score of "not in this passage", comparable with the spans' raw scores
     */
    record Reading(List<Span> spans, double noAnswer) {
        public Reading {
            spans = List.copyOf(spans);
        }

        /** How much the best span outweighs "not in this passage", in logits; higher is surer. */
        public double odds() {
            return spans.isEmpty() ? Double.NEGATIVE_INFINITY : spans.getFirst().score() - noAnswer;
        }
    }

    /**
     * Some words of a passage.
     *
     * @param start in UTF-16 units of the passage's text
     * @param end in UTF-16 units, exclusive
     * @param score start logit plus end logit
     */
    record Span(int start, int end, double score) {}
}
