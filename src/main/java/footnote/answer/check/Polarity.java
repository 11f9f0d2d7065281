package footnote.answer.check;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Does a sentence deny what a passage says, say what it denies, or take for sure what it leaves open? */
final class Polarity {
    private static final int TARGETS = 2;
    private static final Set<String> HEDGES = Set.of(
            "may",
            "might",
            "accused",
            "accuse",
            "accuses",
            "alleged",
            "allegedly",
            "allege",
            "alleges",
            "reportedly",
            "suspected",
            "suspect",
            "rumoured",
            "rumored",
            "supposedly",
            "possibly",
            "perhaps",
            "purportedly");
    private static final Set<String> HEDGES_IN_OTHER_WORDS = Set.of(
            "could",
            "can",
            "would",
            "possible",
            "potential",
            "potentially",
            "say",
            "says",
            "said",
            "according",
            "claim",
            "claims",
            "claimed",
            "accusation",
            "accusations",
            "allegation",
            "allegations",
            "likely",
            "believed",
            "thought",
            "risk",
            "charge",
            "charged",
            "blamed",
            "considered");

    private static final Pattern DENYING_FORM = Pattern.compile(
            "un(?!der|i[oqtv]|less|til|like).{4,}|non.{4,}|free|exempt|(?!unless|regardless|nonetheless).+less");

    private Polarity() {}

    static boolean contradicts(Wording claim, List<Wording> window) {
        return deniesWhatIsSaid(claim, window)
                || saysWhatIsDenied(claim, window)
                || dropsHedge(claim, window.getFirst());
    }

    private static boolean deniesWhatIsSaid(Wording claim, List<Wording> window) {
        return Negation.in(claim).stream().anyMatch(negation -> {
            boolean shared = !negation.isBare() && window.stream().anyMatch(one -> one.holdsLike(negation.cue()));
            return !shared && !isDenied(targets(negation, claim), window);
        });
    }

    /** Whether the window denies one of the targets; where it holds none of them, whether it denies anything. */
    private static boolean isDenied(List<Word> targets, List<Wording> window) {
        boolean held = targets.stream().anyMatch(target -> window.stream().anyMatch(one -> one.holdsLike(target)));
        if (!held) {
            return window.stream().anyMatch(one -> !Negation.in(one).isEmpty() || hasDenyingPrefix(one));
        }
        return targets.stream().anyMatch(target -> window.stream().anyMatch(one -> denies(one, target)));
    }

    private static boolean hasDenyingPrefix(Wording wording) {
        return wording.words().stream().map(Word::said).anyMatch(DENYING_FORM.asMatchPredicate());
    }

    private static boolean denies(Wording wording, Word target) {
        return Negation.in(wording).stream()
                .anyMatch(negation -> negation.scope().stream().anyMatch(word -> alike(word, target)));
    }

    private static boolean saysWhatIsDenied(Wording claim, List<Wording> window) {
        return window.stream().anyMatch(one -> Negation.in(one).stream()
                .filter(negation -> negation.isBare() || !claim.holdsLike(negation.cue()))
                .flatMap(negation -> targets(negation, one).stream().limit(1))
                .anyMatch(target -> says(claim, target) && !saysAtAll(window, target)));
    }

    /** Whether a wording has the word outside everything that it denies. */
    private static boolean says(Wording wording, Word target) {
        List<Negation> negations = Negation.in(wording);
        return wording.words().stream().filter(word -> alike(word, target)).anyMatch(word -> negations.stream()
                .noneMatch(negation -> negation.covers(word)));
    }

    private static boolean saysAtAll(List<Wording> window, Word target) {
        return window.stream().anyMatch(one -> says(one, target));
    }

    private static boolean dropsHedge(Wording claim, Wording anchor) {
        boolean hedged = claim.words().stream()
                .anyMatch(word -> HEDGES.contains(word.said()) || HEDGES_IN_OTHER_WORDS.contains(word.said()));
        return !hedged
                && anchor.words().stream()
                        .filter(word -> HEDGES.contains(word.said()) && !word.capital())
                        .anyMatch(hedge -> anchor.words().stream()
                                .filter(word -> word.start() > hedge.start() && word.clause() == hedge.clause())
                                .filter(word ->
                                        word.isContent() && !anchor.names().contains(word))
                                .limit(1)
                                .anyMatch(claim::holdsLike));
    }

    private static List<Word> targets(Negation negation, Wording wording) {
        return negation.scope().stream()
                .filter(word -> !wording.names().contains(word))
                .limit(TARGETS)
                .toList();
    }

    private static boolean alike(Word one, Word other) {
        return Lexicon.isAlike(one.stem(), other.stem());
    }
}
