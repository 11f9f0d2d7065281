package footnote.answer.check;

import footnote.answer.check.Ground.Line;
import java.util.List;

/**
 * Whether a claim is held.
 *
 * @param lines the sentences that hold it, the strongest first; empty if withheld
 * @param closeness the share of its plain words that they hold
 * @param fault why it is withheld; empty if held
 */
record Verdict(List<Line> lines, double closeness, String fault) {
    Verdict {
        lines = List.copyOf(lines);
    }

    static Verdict withheld(String fault, double closeness) {
        return new Verdict(List.of(), closeness, fault);
    }

    boolean holds() {
        return !lines.isEmpty();
    }
}
