package footnote.answer;

import footnote.domain.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts passages in the order in which they answer, as far as reading can tell: among passages under one title, which search
 * can hardly tell apart. Which title comes first stays search's to say, for a reader finds something that fits in many
 * an article about something else.
 */
final class TitleOrder {
    /** How much a sure answer adds to the fused score, whose best is about 1. */
    private static final double WEIGHT = 0.5;

    /** Half as steep as the reader's own logits, which are surer than they should be. */
    private static final double SLOPE = 0.5;

    private TitleOrder() {}

    /**
     * The same places for every title, but in each of them the title's best passage that is left. Scores stay with the
     * places.
     *
     * @param hits best first
     * @param odds how surely each of them answers, in logits
     */
    static List<Hit> of(List<Hit> hits, List<Double> odds) {
        if (hits.size() != odds.size()) {
            throw new IllegalArgumentException(
                    "each passage needs its odds, got %d for %d".formatted(odds.size(), hits.size()));
        }
        List<Integer> bestFirst = IntStream.range(0, hits.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -score(hits.get(at), odds.get(at))))
                .toList();
        Map<String, Iterator<Hit>> ofTitle = bestFirst.stream()
                .map(hits::get)
                .collect(Collectors.groupingBy(
                        TitleOrder::title, Collectors.collectingAndThen(Collectors.toList(), List::iterator)));
        List<Hit> ordered = new ArrayList<>();
        for (Hit place : hits) {
            Hit next = Objects.requireNonNull(ofTitle.get(title(place))).next();
            ordered.add(new Hit(next.passage(), place.score()));
        }
        return List.copyOf(ordered);
    }

    private static double score(Hit hit, double odds) {
        return hit.score() + WEIGHT / (1 + Math.exp(-SLOPE * odds));
    }

    /** What nobody gave a title is one document each. */
    private static String title(Hit hit) {
        String title = hit.passage().title();
        return title.isBlank() ? hit.passage().document() : title;
    }
}
