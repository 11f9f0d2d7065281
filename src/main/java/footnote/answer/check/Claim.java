package footnote.answer.check;

import footnote.answer.check.Ground.Line;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a written sentence asserts, item by item: its names, numbers and dates, which must be held, and its words. */
final class Claim {
    private static final double NAME = 1.5;
    private static final double VALUE = 2;
    private static final int NEAR = 2;
    private static final int LENDING = 2;
    private static final Set<String> AT_THE_TIME =
            Set.of("today", "yesterday", "tomorrow", "week", "month", "year", "night");

    private final Wording wording;
    private final List<Object> items = new ArrayList<>();
    private final int facts;

    Claim(Wording wording) {
        this.wording = wording;
        items.addAll(wording.names());
        items.addAll(wording.amounts());
        items.addAll(wording.days());
        facts = items.size();
        items.addAll(wording.plainWords());
    }

    Wording wording() {
        return wording;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** Which items a sentence holds. */
    BitSet heldBy(Line line) {
        return heldBy(line.wording(), line.passage().date());
    }

    /** Which items a text of a known date holds. */
    BitSet heldBy(Wording other, @Nullable LocalDate written) {
        BitSet held = new BitSet();
        for (int at = 0; at < items.size(); at++) {
            held.set(at, holds(other, written, at));
        }
        return held;
    }

    private boolean holds(Wording other, @Nullable LocalDate written, int at) {
        return switch (items.get(at)) {
            case Amount amount -> other.amounts().stream().anyMatch(amount::isStatedBy) || isYear(amount, other);
            case Day day ->
                other.days().stream().anyMatch(stated -> states(stated, day, written))
                        || (written != null && day.isOf(written) && speaksOfItsTime(other));
            case Word word -> at < wording.names().size() ? other.holdsName(word) : other.holdsLike(word);
            default -> false;
        };
    }

    private static boolean isYear(Amount amount, Wording other) {
        return other.days().stream()
                .anyMatch(day -> day.month() == 0 && amount.value().compareTo(BigDecimal.valueOf(day.year())) == 0);
    }

    private static boolean states(Day stated, Day wanted, @Nullable LocalDate written) {
        DayOfWeek weekday = stated.weekday();
        boolean near = written != null && weekday != null && stated.isWeekdayAlone() && wanted.isNear(weekday, written);
        return near || wanted.isStatedBy(stated, written);
    }

    private static boolean speaksOfItsTime(Wording other) {
        return other.words().stream().anyMatch(word -> AT_THE_TIME.contains(word.said()));
    }

    /** The dates that are the day of the text itself, unless the line has dates that the claim doesn't have. */
    BitSet ofTheDay(Line line) {
        BitSet held = new BitSet();
        LocalDate written = line.passage().date();
        boolean otherwise = line.wording().days().stream()
                .anyMatch(stated -> wording.days().stream().noneMatch(own -> states(stated, own, written)));
        for (int at = 0; at < facts && written != null && !otherwise; at++) {
            held.set(at, items.get(at) instanceof Day day && day.isOf(written));
        }
        return held;
    }

    double weight(BitSet held) {
        return held.stream().mapToDouble(this::weight).sum();
    }

    private double weight(int at) {
        if (at < wording.names().size()) {
            return NAME;
        }
        return at < facts ? VALUE : 1;
    }

    boolean holdsAllFacts(BitSet held) {
        return held.get(0, facts).cardinality() == facts;
    }

    int facts(BitSet held) {
        return held.get(0, facts).cardinality();
    }

    /** The share of the plain words that are held; 1 where there are none. */
    double closeness(BitSet held) {
        int plain = items.size() - facts;
        return plain == 0 ? 1 : (double) held.get(facts, items.size()).cardinality() / plain;
    }

    /** Whether a line is the claim itself. */
    boolean isWordForWord(Line line) {
        return Words.said(line.wording().words()).equals(Words.said(wording.words()));
    }

    /**
     * Whether a name that the first line lacks comes from a line that holds nothing of what the claim says around it. A
     * line right before one that speaks of "him" or "it" may lend a name.
     */
    boolean namesLoosely(List<Line> lines) {
        Line first = lines.getFirst();
        boolean refers =
                first.wording().words().stream().anyMatch(word -> FunctionWords.PRONOUNS.contains(word.said()));
        return wording.names().stream()
                .filter(name -> !first.wording().holdsName(name))
                .anyMatch(name -> {
                    List<Line> lending = lines.stream()
                            .filter(line -> line.wording().holdsName(name))
                            .toList();
                    return !lending.isEmpty()
                            && lending.stream()
                                    .noneMatch(line -> (refers && isRightBefore(line, first))
                                            || holdsNear(line, name)
                                            || isSamePerson(name, line, first));
                });
    }

    private static boolean isRightBefore(Line line, Line first) {
        return line.passage().equals(first.passage())
                && line.place() < first.place()
                && line.place() >= first.place() - LENDING;
    }

    /** Whether the name's neighbour is in both: one calls her Ada Berg and the other just Berg. */
    private boolean isSamePerson(Word name, Line line, Line first) {
        return wording.names().stream()
                .filter(other -> other.start() == name.end() + 1 || other.end() + 1 == name.start())
                .anyMatch(other ->
                        line.wording().holdsName(other) && first.wording().holdsName(other));
    }

    private boolean holdsNear(Line line, Word name) {
        return wording.around(name.start(), name.end(), NEAR).stream()
                .filter(word -> !wording.names().contains(word))
                .anyMatch(line.wording()::holdsLike);
    }
}
