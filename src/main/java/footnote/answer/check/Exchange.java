package footnote.answer.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Does a sentence repeat a passage's words but put another name in a name's place, or turn two names round? Both are laid
 * side by side along the content words that they share in order; what stands between the same two of them is compared.
 */
final class Exchange {
    private static final double MOSTLY_THE_SAME = 0.6;
    private static final int LONGEST_GAP = 8;
    private static final int NEAR = 2;

    /** Two words that stand for each other, by their places. */
    private record Pair(int claim, int passage) {}

    private Exchange() {}

    static boolean contradicts(Wording claim, Wording anchor) {
        List<Word> said = content(claim);
        List<Word> held = content(anchor);
        List<Pair> pairs = pairs(said, held);
        boolean isExchanged = isMostlyTheSame(claim, said, pairs)
                && Gap.between(pairs, said, held).stream().anyMatch(gap -> gap.isExchanged(claim, anchor));
        return isExchanged || isTurnedRound(claim, anchor);
    }

    private static List<Word> content(Wording wording) {
        return wording.words().stream().filter(Word::isContent).toList();
    }

    private static boolean isMostlyTheSame(Wording claim, List<Word> said, List<Pair> pairs) {
        List<Word> plain = claim.plainWords();
        long same = pairs.stream()
                .filter(pair -> plain.contains(said.get(pair.claim())))
                .count();
        return same >= 2 && same >= plain.size() * MOSTLY_THE_SAME;
    }

    /**
     * What stands between the same two words of both.
     *
     * @param near of the passage, the gap and the words next to it
     */
    private record Gap(List<Word> claim, List<Word> passage, List<Word> near) {
        static List<Gap> between(List<Pair> pairs, List<Word> said, List<Word> held) {
            List<Gap> gaps = new ArrayList<>();
            int here = 0;
            int there = 0;
            for (Pair end : pairs) {
                List<Word> near =
                        held.subList(Math.max(0, there - NEAR), Math.min(held.size(), end.passage() + 1 + NEAR));
                gaps.add(new Gap(said.subList(here, end.claim()), held.subList(there, end.passage()), near));
                here = end.claim() + 1;
                there = end.passage() + 1;
            }
            return gaps;
        }

        /** Whether it holds a name of another, and the claim's own name stands nowhere near it. */
        boolean isExchanged(Wording claiming, Wording anchor) {
            List<Word> own = claim.stream().filter(claiming.names()::contains).toList();
            List<Word> other = passage.stream().filter(anchor.names()::contains).toList();
            return passage.size() <= LONGEST_GAP
                    && !own.isEmpty()
                    && !other.isEmpty()
                    && own.stream().noneMatch(name -> isHeld(name, near))
                    && other.stream().noneMatch(claiming::holdsName);
        }
    }

    private static boolean isHeld(Word name, List<Word> words) {
        return words.stream().anyMatch(other -> Wording.isSameName(name, other));
    }

    /** The longest common subsequence, by the textbook's table. */
    private static List<Pair> pairs(List<Word> one, List<Word> other) {
        int[][] longest = new int[one.size() + 1][other.size() + 1];
        for (int at = one.size() - 1; at >= 0; at--) {
            for (int to = other.size() - 1; to >= 0; to--) {
                longest[at][to] = one.get(at).stem().equals(other.get(to).stem())
                        ? longest[at + 1][to + 1] + 1
                        : Math.max(longest[at + 1][to], longest[at][to + 1]);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        int at = 0;
        int to = 0;
        while (at < one.size() && to < other.size()) {
            if (one.get(at).stem().equals(other.get(to).stem())) {
                pairs.add(new Pair(at++, to++));
            } else if (longest[at + 1][to] >= longest[at][to + 1]) {
                at++;
            } else {
                to++;
            }
        }
        return pairs;
    }

    /** Whether a deed stands between the same two names, but the other way round. */
    private static boolean isTurnedRound(Wording claim, Wording anchor) {
        return claim.plainWords().stream().anyMatch(deed -> anchor.plainWords().stream()
                .filter(word -> Lexicon.isAlike(word.stem(), deed.stem()) && isBy(anchor, word) == isBy(claim, deed))
                .anyMatch(word -> swaps(sides(claim, deed), sides(anchor, word))));
    }

    private static boolean isBy(Wording wording, Word deed) {
        int next = wording.words().indexOf(deed) + 1;
        return next < wording.words().size() && wording.words().get(next).said().equals("by");
    }

    /** The nearest names left and right of a deed; empty without both. */
    private static List<Word> sides(Wording wording, Word deed) {
        List<Word> left = wording.names().stream()
                .filter(name -> name.end() <= deed.start())
                .toList();
        List<Word> right = wording.names().stream()
                .filter(name -> name.start() >= deed.end())
                .toList();
        return left.isEmpty() || right.isEmpty() ? List.of() : List.of(left.getLast(), right.getFirst());
    }

    private static boolean swaps(List<Word> one, List<Word> other) {
        return !one.isEmpty()
                && !other.isEmpty()
                && Wording.isSameName(one.getFirst(), other.getLast())
                && Wording.isSameName(one.getLast(), other.getFirst());
    }
}
