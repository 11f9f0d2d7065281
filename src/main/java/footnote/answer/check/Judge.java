package footnote.answer.check;

import footnote.answer.check.Ground.Line;
import footnote.domain.Passage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds one claim against some passages. */
final class Judge {
    private static final int MOST_LINES = 3;

    private final Ground ground;
    private final Nearness nearness;

    Judge(Ground ground, Nearness nearness) {
        this.ground = ground;
        this.nearness = nearness;
    }

    /** What speaks for a claim in the passages at some places, or why nothing does. */
    Verdict verdict(Claim claim, List<Integer> places) {
        List<Line> lines = new ArrayList<>();
        places.forEach(place -> lines.addAll(ground.lines(place)));
        Window window = Window.of(claim, lines, MOST_LINES + places.size() - 1);
        if (window.lines().isEmpty()) {
            return Verdict.withheld("nothing like it is there", 0);
        }
        BitSet told = told(claim, places, window);
        BitSet held = (BitSet) window.held().clone();
        held.or(told);
        double closeness = claim.closeness(held);
        String fault = fault(claim, window, held, closeness);
        return fault == null ? new Verdict(window.lines(), closeness, "") : Verdict.withheld(fault, closeness);
    }

    private @Nullable String fault(Claim claim, Window window, BitSet held, double closeness) {
        Wording said = claim.wording();
        List<Wording> wordings = window.wordings();
        if (!claim.holdsAllFacts(held)) {
            return "a name, number or date is not there";
        }
        if (!Verbatim.isHeld(said.text(), passages(window))) {
            return "a quotation or an address is not there";
        }
        if (Polarity.contradicts(said, wordings)) {
            return "one of the two denies it";
        }
        if (Opposition.contradicts(said, wordings)) {
            return "the opposite is there";
        }
        if (Roles.contradicts(said, wordings)) {
            return "it is somebody else's";
        }
        if (Bindings.contradicts(said, wordings)) {
            return "a number or date belongs to another thing";
        }
        return nearness.isNear(said.text(), closeness, words(window)) ? null : "too far in meaning";
    }

    /** What title, headings, source and date tell; the date only where the best sentence has no other one. */
    private BitSet told(Claim claim, List<Integer> places, Window window) {
        BitSet told = new BitSet();
        Line anchor = window.lines().getFirst();
        for (int place : places) {
            List<Line> lines = ground.lines(place);
            told.or(claim.heldBy(ground.particulars(place), null));
            boolean dated = anchor.wording().days().stream()
                    .anyMatch(day -> day.weekday() == null
                            && claim.wording().days().stream().noneMatch(own -> own.isStatedBy(day, null)));
            if (!lines.isEmpty() && !dated) {
                told.or(claim.ofTheDay(lines.getFirst().passage().date()));
            }
        }
        return told;
    }

    private static String passages(Window window) {
        return window.lines().stream()
                .map(Line::passage)
                .distinct()
                .map(Passage::text)
                .collect(Collectors.joining("\n"));
    }

    private static String words(Window window) {
        return window.lines().stream().map(line -> line.wording().text()).collect(Collectors.joining(" "));
    }
}
