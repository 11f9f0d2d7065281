package footnote.model;

import footnote.answer.SpanReader.Reading;
import footnote.answer.SpanReader.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the windows of one passage say about its spans. A span is worth the most that any window gives it, and "no
 * answer" the least, after section 4.3 of the BERT paper (arXiv 1810.04805). Threads may add windows in any order; the outcome
 * is the same.
 */
final class SpanScores {
    private final Pieces passage;
    private final int longest;
    // One row for each first piece, one column for each length.
    private final float[] scores;
    private double noAnswer = Double.POSITIVE_INFINITY;

    SpanScores(Pieces passage, int longest) {
        this.passage = passage;
        this.longest = longest;
        this.scores = new float[passage.count() * longest];
        Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    }

    Pieces passage() {
        return passage;
    }

    /** Takes in the logits of one window's whole sequence. */
    synchronized void add(Window window, float[] starts, float[] ends) {
        noAnswer = Math.min(noAnswer, starts[0] + ends[0]);
        for (int first = 0; first < window.count(); first++) {
            int lengths = Math.min(longest, window.count() - first);
            int row = (window.first() + first) * longest;
            int at = window.offset() + first;
            for (int length = 0; length < lengths; length++) {
                scores[row + length] = Math.max(scores[row + length], starts[at] + ends[at + length]);
            }
        }
    }

    /** The best spans, best first, no two of which share a character; the earlier and shorter of equals first. */
    synchronized Reading reading(int limit) {
        List<Span> best = new ArrayList<>();
        while (best.size() < limit) {
            int next = bestBeside(best);
            if (next < 0) {
                break;
            }
            best.add(span(next));
        }
        return new Reading(best, best.isEmpty() ? 0 : noAnswer);
    }

    private int bestBeside(List<Span> taken) {
        int best = -1;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > most && apart(span(i), taken)) {
                best = i;
                most = scores[i];
            }
        }
        return best;
    }

    private static boolean apart(Span span, List<Span> taken) {
        return taken.stream().allMatch(other -> span.end() <= other.start() || other.end() <= span.start());
    }

    private Span span(int index) {
        int first = index / longest;
        int last = first + index % longest;
        return new Span(passage.start(first), passage.end(last), scores[index]);
    }
}
