package footnote.answer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A word that denies, and the words that it may deny.
 *
 * @param scope the content words behind the cue in its clause, nearest first, at most {@value #REACH}
 */
record Negation(Word cue, List<Word> scope) {
    private static final int REACH = 5;
    private static final Set<String> BARE =
            Set.of("not", "no", "never", "cannot", "without", "neither", "nor", "none", "nobody", "nothing", "hardly");
    private static final Set<String> SPOKEN = Set.of(
            "deny",
            "denies",
            "denied",
            "denying",
            "denial",
            "refuse",
            "refuses",
            "refused",
            "refusing",
            "refusal",
            "reject",
            "rejects",
            "rejected",
            "rejecting",
            "rejection",
            "fail",
            "fails",
            "failed",
            "failing",
            "failure",
            "decline",
            "declines",
            "declined",
            "lack",
            "lacks",
            "lacked",
            "lacking",
            "unable",
            "prevent",
            "prevents",
            "prevented",
            "avoid",
            "avoids",
            "avoided",
            "dismiss",
            "dismisses",
            "dismissed",
            "oppose",
            "opposes",
            "opposed",
            "false",
            "untrue",
            "ban",
            "bans",
            "banned",
            "prohibit",
            "prohibits",
            "prohibited",
            "prohibition",
            "forbid",
            "forbids",
            "forbidden",
            "absence",
            "little",
            "scant",
            "scarcely",
            "barely",
            "few",
            "unlikely",
            "impossible",
            "stopped",
            "ceased");
    private static final Set<String> DENYING_NOTHING = Set.of("only", "doubt", "least", "just", "later", "matter");

    Negation {
        scope = List.copyOf(scope);
    }

    static List<Negation> in(Wording wording) {
        List<Negation> negations = new ArrayList<>();
        List<Word> words = wording.words();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            boolean isCue = BARE.contains(word.said()) || SPOKEN.contains(word.said());
            if (isCue && !isHarmless(words, at)) {
                negations.add(new Negation(word, scope(words, at)));
            }
        }
        return negations;
    }

    private static boolean isHarmless(List<Word> words, int at) {
        boolean nothing = at + 1 < words.size()
                && DENYING_NOTHING.contains(words.get(at + 1).said());
        return nothing || words.stream().skip(at).anyMatch(later -> later.said().equals("until"));
    }

    private static List<Word> scope(List<Word> words, int at) {
        return words.stream()
                .skip(at + 1L)
                .takeWhile(word -> word.clause() == words.get(at).clause())
                .filter(Word::isContent)
                .limit(REACH)
                .toList();
    }

    /** Whether the cue is no word of meaning but a plain "not". */
    boolean isBare() {
        return BARE.contains(cue.said());
    }

    boolean covers(Word word) {
        return scope.contains(word);
    }
}
