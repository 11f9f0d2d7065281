package footnote.answer.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Which words may stand for each other and which deny each other, from two small lists. By stems. */
final class Lexicon {
    private static final int SHARED = 5;
    private static final int ENDING = 3;
    private static final Set<String> ENDINGS = Set.of("n", "an", "ian", "i", "ish", "ese", "s", "es", "er", "or");
    private static final Map<String, Set<String>> ALIKE = alike();
    private static final Map<String, Set<String>> OPPOSED = opposed();

    private Lexicon() {}

    /** Whether two stems are one word, forms of one word or listed as alike. */
    static boolean isAlike(String stem, String other) {
        return stem.equals(other)
                || isFormOf(stem, other)
                || ALIKE.getOrDefault(stem, Set.of()).contains(other);
    }

    /** The same word of another class or people: Ukrain, ukrainian. */
    static boolean isFormOf(String stem, String other) {
        int shared = 0;
        int least = Math.min(stem.length(), other.length());
        while (shared < least && stem.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        String rest = (stem.length() > least ? stem : other).substring(shared);
        boolean form =
                shared >= SHARED && Math.max(stem.length(), other.length()) - shared <= ENDING && least - shared <= 1;
        return form || (shared == least && shared >= SHARED - 1 && ENDINGS.contains(rest));
    }

    /** The stems that deny a stem. */
    static Set<String> opposedTo(String stem) {
        return OPPOSED.getOrDefault(stem, Set.of());
    }

    private static Map<String, Set<String>> alike() {
        Map<String, Set<String>> alike = new HashMap<>();
        for (String line : lines("alike.txt")) {
            join(stems(line), stems(line), alike);
        }
        return alike;
    }

    private static Map<String, Set<String>> opposed() {
        Map<String, Set<String>> opposed = new HashMap<>();
        for (String line : lines("opposed.txt")) {
            int bar = line.indexOf('|');
            Set<String> left = stems(line.substring(0, bar));
            Set<String> right = stems(line.substring(bar + 1));
            join(left, right, opposed);
            join(right, left, opposed);
        }
        return opposed;
    }

    private static void join(Set<String> stems, Set<String> others, Map<String, Set<String>> into) {
        stems.forEach(
                stem -> into.computeIfAbsent(stem, unknown -> new HashSet<>()).addAll(others));
    }

    private static Set<String> stems(String line) {
        return Arrays.stream(line.strip().split(" +", -1)).map(Words::stem).collect(Collectors.toSet());
    }

    private static List<String> lines(String file) {
        String path = "/footnote/check/" + file;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Lexicon.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read", e);
        }
    }
}
