package footnote.answer.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who does what: does a sentence give a deed or a saying to somebody else than the passage does? */
final class Roles {
    private static final Set<String> BEING = Set.of("is", "are", "was", "were", "be", "been", "being");
    private static final Set<String> TELLING_WHO = Set.of("who", "which", "whose", "a", "an", "the");
    private static final Set<String> JOINING = Set.of("and", "of", "the", "both");
    private static final String SAY = Words.stem("say");
    private static final int TITLES_BETWEEN = 3;
    private static final int NEAR = 4;

    private Roles() {}

    static boolean contradicts(Wording claim, List<Wording> window) {
        return claim.plainWords().stream().anyMatch(deed -> isSomebodyElses(claim, deed, window))
                || isSaidByAnother(claim, window)
                || namesAnother(claim, window.getFirst());
    }

    private static boolean isSomebodyElses(Wording claim, Word deed, List<Wording> window) {
        List<Word> doers = doers(claim, deed);
        return !doers.isEmpty() && isNoneOf(doers, known(deed, window));
    }

    /** Whether "according to" names somebody of whom the passage doesn't say so. */
    private static boolean isSaidByAnother(Wording claim, List<Wording> window) {
        List<Word> speakers = accordingTo(claim);
        Word say = new Word("say", SAY, 0, 0, false, 0);
        return !speakers.isEmpty() && isNoneOf(speakers, known(say, window));
    }

    private static boolean isNoneOf(List<Word> doers, List<List<Word>> known) {
        return !known.isEmpty() && known.stream().noneMatch(found -> share(found, doers));
    }

    private static List<Word> accordingTo(Wording wording) {
        List<Word> words = wording.words();
        for (int at = 0; at + 1 < words.size(); at++) {
            if (words.get(at).said().equals("according")) {
                return namesFrom(wording, at + 1, Set.of("to"));
            }
        }
        return List.of();
    }

    /** Everybody whom the passage gives a deed to. */
    private static List<List<Word>> known(Word deed, List<Wording> window) {
        List<List<Word>> known = new ArrayList<>();
        for (Wording one : window) {
            one.plainWords().stream()
                    .filter(word -> Lexicon.isAlike(word.stem(), deed.stem()))
                    .map(word -> doers(one, word))
                    .filter(found -> !found.isEmpty())
                    .forEach(known::add);
            if (Lexicon.isAlike(deed.stem(), SAY) && !accordingTo(one).isEmpty()) {
                known.add(accordingTo(one));
            }
        }
        return known;
    }

    private static boolean share(List<Word> names, List<Word> others) {
        return names.stream().anyMatch(name -> others.stream().anyMatch(other -> Wording.isSameName(name, other)));
    }

    /** The names that a wording gives a deed to: right before it, behind "by", or around a word of saying; or none. */
    private static List<Word> doers(Wording wording, Word deed) {
        List<Word> words = wording.words();
        int at = words.indexOf(deed);
        List<Word> by = namesFrom(wording, at + 1, Set.of("by"));
        if (!by.isEmpty()) {
            return by;
        }
        int before = at - 1;
        boolean passive = false;
        while (before >= 0 && isLight(words.get(before))) {
            passive |= BEING.contains(words.get(before).said()) && !deed.said().endsWith("ing");
            before--;
        }
        List<Word> names = passive ? List.of() : namesBefore(wording, before, deed);
        boolean saying = Lexicon.isAlike(deed.stem(), SAY);
        return names.isEmpty() && saying ? namesFrom(wording, at + 1, Set.of()) : names;
    }

    private static boolean isLight(Word word) {
        return FunctionWords.AUXILIARIES.contains(word.said())
                || word.said().endsWith("ly")
                || Set.of("not", "also", "then", "never", "still", "already", "later")
                        .contains(word.said());
    }

    /** The names right before a deed, past a clause in commas that tells who they are. */
    private static List<Word> namesBefore(Wording wording, int last, Word deed) {
        if (last < 0) {
            return List.of();
        }
        Word before = wording.words().get(last);
        if (before.clause() == deed.clause()) {
            return namesEndingAt(wording, last);
        }
        int first = last;
        while (first > 0 && wording.words().get(first - 1).clause() == before.clause()) {
            first--;
        }
        boolean tellsWho = TELLING_WHO.contains(wording.words().get(first).said());
        return tellsWho ? namesEndingAt(wording, first - 1) : List.of();
    }

    private static List<Word> namesEndingAt(Wording wording, int last) {
        List<Word> names = new ArrayList<>();
        for (int at = last; at >= 0; at--) {
            Word word = wording.words().get(at);
            boolean joins = JOINING.contains(word.said()) && !names.isEmpty();
            if (wording.names().contains(word)) {
                names.add(word);
            } else if (!joins) {
                break;
            }
        }
        return names;
    }

    /** The names from a place on, behind one of some words if there are any, past titles. */
    private static List<Word> namesFrom(Wording wording, int from, Set<String> behind) {
        List<Word> words = wording.words();
        int at = from;
        if (!behind.isEmpty()) {
            if (at >= words.size() || !behind.contains(words.get(at).said())) {
                return List.of();
            }
            at++;
        }
        int most = at + TITLES_BETWEEN;
        while (at < words.size() && at < most && !wording.names().contains(words.get(at))) {
            at++;
        }
        List<Word> names = new ArrayList<>();
        int clause = at < words.size() ? words.get(at).clause() : 0;
        while (at < words.size() && isOneOfThem(words.get(at), clause)) {
            if (wording.names().contains(words.get(at))) {
                names.add(words.get(at));
            }
            at++;
        }
        return names;
    }

    /** "The Spanish architect Enric Miralles" is one person: what he is may stand between the names. */
    private static boolean isOneOfThem(Word word, int clause) {
        return word.clause() == clause && word.isContent() && !word.said().endsWith("ed");
    }

    /** Whether behind the word that a name of the claim follows, the passage has another name. */
    private static boolean namesAnother(Wording claim, Wording anchor) {
        return claim.names().stream().filter(name -> !anchor.holdsName(name)).anyMatch(name -> {
            List<Word> left = claim.words().stream()
                    .filter(word -> word.end() <= name.start()
                            && word.isContent()
                            && !claim.names().contains(word))
                    .toList();
            return !left.isEmpty() && anotherBehind(left.getLast(), claim, anchor);
        });
    }

    private static boolean anotherBehind(Word word, Wording claim, Wording anchor) {
        List<Word> words = anchor.words();
        for (int at = 0; at < words.size(); at++) {
            if (!Lexicon.isAlike(words.get(at).stem(), word.stem())) {
                continue;
            }
            for (int next = at + 1; next < Math.min(words.size(), at + NEAR); next++) {
                Word found = words.get(next);
                if (anchor.names().contains(found)) {
                    return !claim.holdsName(found);
                }
                if (found.isContent()) {
                    break;
                }
            }
        }
        return false;
    }
}
