package footnote.answer;

import footnote.domain.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leaves out passages that say again what a better one says: the same wire story carried twice is one source, not two.
 * Likeness is the Jaccard index of word triples (Broder, "On the resemblance and containment of documents", 1997).
 */
final class NearDuplicates {
    private static final double ALIKE = 0.7;
    private static final int SHINGLE = 3;
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private NearDuplicates() {}

    /** The hits in their order, each unlike all before it. */
    static List<Hit> collapsed(List<Hit> hits) {
        List<Hit> kept = new ArrayList<>();
        List<Set<String>> seen = new ArrayList<>();
        for (Hit hit : hits) {
            Set<String> shingles = shingles(hit.passage().text());
            if (seen.stream().noneMatch(other -> jaccard(other, shingles) >= ALIKE)) {
                kept.add(hit);
                seen.add(shingles);
            }
        }
        return List.copyOf(kept);
    }

    static double jaccard(Set<String> first, Set<String> second) {
        long shared = first.stream().filter(second::contains).count();
        long all = first.size() + second.size() - shared;
        return all == 0 ? 1 : (double) shared / all;
    }

    static Set<String> shingles(String text) {
        List<String> words = List.of(NOT_WORD.split(text.toLowerCase(Locale.ROOT)));
        Set<String> shingles = new HashSet<>();
        for (int at = 0; at + SHINGLE <= words.size() || at == 0; at++) {
            shingles.add(String.join(" ", words.subList(at, Math.min(words.size(), at + SHINGLE))));
        }
        return shingles;
    }
}
