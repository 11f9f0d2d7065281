package footnote.answer.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/** Does a sentence tie a number or a date to another thing than the passage does? */
final class Bindings {
    private static final int NEAR = 2;

    /** A number or a date and where it stands. */
    private record Value(Object value, int start, int end) {}

    private Bindings() {}

    static boolean contradicts(Wording claim, List<Wording> window) {
        return isLoose(claim, window)
                || window.stream()
                        .anyMatch(one -> isOtherwise(claim, one, amounts(claim), amounts(one), Bindings::isSameAmount)
                                || isOtherwise(claim, one, days(claim), days(one), Bindings::isSameDay));
    }

    /** Whether a number stands only in sentences that hold nothing of what the claim says around it. */
    private static boolean isLoose(Wording claim, List<Wording> window) {
        return claim.amounts().stream().anyMatch(amount -> {
            List<Wording> holding = window.stream()
                    .filter(one -> one.amounts().stream().anyMatch(amount::isStatedBy))
                    .toList();
            List<Word> near = claim.around(amount.start(), amount.end(), NEAR + 1);
            return !holding.isEmpty()
                    && !near.isEmpty()
                    && holding.stream().noneMatch(one -> near.stream().anyMatch(one::holdsLike));
        });
    }

    private static List<Value> amounts(Wording wording) {
        return wording.amounts().stream()
                .map(amount -> new Value(amount, amount.start(), amount.end()))
                .toList();
    }

    private static List<Value> days(Wording wording) {
        return wording.days().stream()
                .map(day -> new Value(day, day.start(), day.end()))
                .toList();
    }

    private static boolean isSameAmount(Object one, Object other) {
        return ((Amount) one).isStatedBy((Amount) other);
    }

    private static boolean isSameDay(Object one, Object other) {
        return ((Day) one).isStatedBy((Day) other, null) || ((Day) other).isStatedBy((Day) one, null);
    }

    /** Whether a thing near a value in the claim stands nearest to another value of the passage. */
    private static boolean isOtherwise(
            Wording claim, Wording passage, List<Value> said, List<Value> held, BiPredicate<Object, Object> same) {
        if (held.size() < 2) {
            return false;
        }
        for (Value value : said) {
            boolean here = held.stream().anyMatch(other -> same.test(value.value(), other.value()));
            List<Value> tied = here ? tied(claim, value, passage, held) : List.of();
            boolean right = tied.isEmpty() || tied.stream().anyMatch(other -> same.test(value.value(), other.value()));
            if (!right) {
                return true;
            }
        }
        return false;
    }

    /** The values of the passage that the things next to the claim's value are nearest to. */
    private static List<Value> tied(Wording claim, Value value, Wording passage, List<Value> held) {
        List<Value> tied = new ArrayList<>();
        for (Word near : claim.inClauseOf(value.start(), value.end(), NEAR)) {
            boolean isThing = claim.plainWords().contains(near) || claim.names().contains(near);
            List<Word> places = passage.words().stream()
                    .filter(word -> word.stem().equals(near.stem()))
                    .toList();
            if (isThing && places.size() == 1) {
                held.stream()
                        .min(Comparator.comparingInt(other -> distance(passage, other, places.getFirst())))
                        .ifPresent(tied::add);
            }
        }
        return tied;
    }

    private static int distance(Wording passage, Value value, Word word) {
        int from = Math.min(value.end(), word.end());
        int to = Math.max(value.start(), word.start());
        long words = passage.words().stream()
                .filter(other -> other.start() >= from && other.end() <= to)
                .count();
        long clauses = passage.words().stream()
                .filter(other -> other.start() >= from && other.end() <= to)
                .mapToInt(Word::clause)
                .distinct()
                .count();
        return Math.toIntExact(words + 2 * clauses);
    }
}
