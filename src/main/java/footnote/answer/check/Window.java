package footnote.answer.check;

import footnote.answer.check.Ground.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The few sentences that speak most for a claim; the first speaks most.
 *
 * @param held which of the claim's items they hold
 */
record Window(List<Line> lines, BitSet held) {
    private static final double ADJACENT = 0.5;
    private static final double LEAST_GAIN = 1.5;

    Window {
        lines = List.copyOf(lines);
    }

    /** Greedily: the best sentence, then others while they hold a fact or two words more. Empty if nothing is held. */
    static Window of(Claim claim, List<Line> ground, int most) {
        List<Line> chosen = new ArrayList<>();
        BitSet held = new BitSet();
        while (chosen.size() < most) {
            Line best = ground.stream()
                    .filter(line -> !chosen.contains(line))
                    .max(Comparator.comparingDouble(line -> gain(claim, line, held, chosen)))
                    .orElse(null);
            double gain = best == null ? 0 : claim.weight(more(claim, best, held));
            if (best == null || gain < (chosen.isEmpty() ? 1 : LEAST_GAIN)) {
                break;
            }
            held.or(claim.heldBy(best));
            chosen.add(best);
        }
        return new Window(chosen, held);
    }

    private static double gain(Claim claim, Line line, BitSet held, List<Line> chosen) {
        double gain = claim.weight(more(claim, line, held));
        boolean adjacent = chosen.stream()
                .anyMatch(
                        other -> other.passage().equals(line.passage()) && Math.abs(other.place() - line.place()) == 1);
        return gain > 0 && adjacent ? gain + ADJACENT : gain;
    }

    private static BitSet more(Claim claim, Line line, BitSet held) {
        BitSet more = claim.heldBy(line);
        more.andNot(held);
        return more;
    }

    List<Wording> wordings() {
        return lines.stream().map(Line::wording).toList();
    }
}
