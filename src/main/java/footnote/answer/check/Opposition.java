package footnote.answer.check;

import java.util.List;
import java.util.Set;

/** Does a sentence put the opposite of a passage's word in its place? */
final class Opposition {
    private Opposition() {}

    static boolean contradicts(Wording claim, List<Wording> window) {
        List<Negation> negations = Negation.in(claim);
        return claim.words().stream()
                .filter(word -> window.stream().noneMatch(one -> one.holdsLike(word)))
                .filter(word -> negations.stream().noneMatch(negation -> negation.covers(word)))
                .anyMatch(word -> isOpposedIn(window.getFirst(), word, claim));
    }

    private static boolean isOpposedIn(Wording anchor, Word word, Wording claim) {
        Set<String> opposed = Lexicon.opposedTo(word.stem());
        List<Negation> negations = Negation.in(anchor);
        return anchor.words().stream()
                .filter(other ->
                        opposed.contains(other.stem()) && !anchor.names().contains(other))
                .filter(other -> negations.stream().noneMatch(negation -> negation.covers(other)))
                .anyMatch(other -> !claim.holdsLike(other));
    }
}
