package footnote.eval;

import footnote.answer.check.SupportCheck;
import footnote.domain.InvalidValue;
import footnote.domain.Passage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Measures a support check on pairs of a right and a subtly wrong sentence that are made from a question set. */
public final class SupportRun {
    private final SupportCheck check;

    public SupportRun(SupportCheck check) {
        this.check = check;
    }

    /**
     * Both rates over pairs from a question set's folder.
     *
     * @throws InvalidValue if the folder holds no readable question set
     */
    public Figures measure(Path folder, int most) {
        return measure(new SupportPairs(QuestionSet.read(folder)).pairs(most));
    }

    Figures measure(List<SupportPair> pairs) {
        return new Figures(
                pairs.size(),
                shares(pairs, pair -> pair.form().name(), pair -> isHeld(pair.right(), pair.passages())),
                shares(pairs, pair -> pair.change().name(), pair -> !isHeld(pair.wrong(), pair.passages())));
    }

    private boolean isHeld(String sentence, List<Passage> passages) {
        SupportCheck.Checked checked = check.check(sentence + " [1]", passages);
        return !checked.statements().isEmpty() && checked.withheld() == 0;
    }

    private static Map<String, String> shares(
            List<SupportPair> pairs, Function<SupportPair, String> kind, Predicate<SupportPair> good) {
        Map<String, int[]> counts = new TreeMap<>();
        for (SupportPair pair : pairs) {
            int one = good.test(pair) ? 1 : 0;
            for (String name : List.of("ALL", kind.apply(pair))) {
                int[] count = counts.computeIfAbsent(name, unknown -> new int[2]);
                count[0] += one;
                count[1]++;
            }
        }
        Map<String, String> shares = new TreeMap<>();
        counts.forEach((name, count) -> shares.put(name, count[0] + "/" + count[1]));
        return shares;
    }

    /**
     * How often the check was right, as "right/all" under ALL and by kind.
     *
     * @param through right sentences that it let through, by form
     * @param withheld wrong sentences that it withheld, by change
     */
    public record Figures(int pairs, Map<String, String> through, Map<String, String> withheld) {
        public Figures {
            through = Map.copyOf(through);
            withheld = Map.copyOf(withheld);
        }

        /** Both rates for people. */
        public String table() {
            return "%d pairs%nright sentences let through%n%swrong sentences withheld%n%s"
                    .formatted(pairs, rows(through), rows(withheld))
                    .stripTrailing();
        }

        private static String rows(Map<String, String> shares) {
            return new TreeMap<>(shares)
                    .entrySet().stream()
                            .map(share -> "  %-20s %s%n".formatted(name(share.getKey()), share.getValue()))
                            .collect(Collectors.joining());
        }

        private static String name(String kind) {
            return kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
