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
    private static final int MOST_LINES_UNCITED = 2;
    private static final double CLOSE_UNCITED = 0.7;

    private final Ground ground;
    private final Nearness nearness;

    Judge(Ground ground, Nearness nearness) {
        this.ground = ground;
        this.nearness = nearness;
    }

    /** What speaks for a claim in the passages that it cites, or why nothing does. */
    Verdict cited(Claim claim, List<Integer> places) {
        List<Line> lines = new ArrayList<>();
        places.forEach(place -> lines.addAll(ground.lines(place)));
        Line same = lines.stream()
                .filter(line -> line.tells() && claim.isWordForWord(line))
                .findFirst()
                .orElse(null);
        if (same != null) {
            return new Verdict(List.of(same), 1, "");
        }
        return verdict(claim, places, Window.of(claim, lines, MOST_LINES + places.size() - 1));
    }

    /** What speaks for a claim in a passage that it doesn't cite: that asks for more. */
    Verdict uncited(Claim claim, int place) {
        Window window = Window.of(claim, ground.lines(place), MOST_LINES_UNCITED);
        Verdict verdict = verdict(claim, List.of(place), window);
        return verdict.closeness() < CLOSE_UNCITED
                ? Verdict.withheld("too far in meaning", verdict.closeness())
                : verdict;
    }

    private Verdict verdict(Claim claim, List<Integer> places, Window window) {
        if (window.lines().stream().noneMatch(Line::tells)) {
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
        if (Roles.contradicts(said, wordings)
                || Exchange.contradicts(said, wordings.getFirst())
                || claim.namesLoosely(window.lines())) {
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
        for (int place : places) {
            told.or(claim.heldBy(ground.particulars(place), null));
        }
        told.or(claim.ofTheDay(window.lines().getFirst()));
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
