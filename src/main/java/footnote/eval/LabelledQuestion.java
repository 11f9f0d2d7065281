package footnote.eval;

import footnote.domain.Question;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A question with what is known about its right answer.
 *
 * @param text what is asked
 * @param answerable whether the corpus holds an answer; if not, declining is right
 * @param golds the answers that count as right; for an unanswerable question the empty string alone; empty if the set
 *     doesn't say, so that an answer can't be scored
 * @param support words of the corpus that prove the answer; empty if the set doesn't say
 * @param forbidden answers that must not come out, for instance planted ones
 * @param given the documents that hold the answer, or exactly those that the set wants to be read
 * @param relevant the documents that a search should find; empty if the set doesn't say
 * @param type the set's own name for the kind of question; may be empty
 * @param date the day that the question was asked; null if the set doesn't say
 */
public record LabelledQuestion(
        String id,
        String text,
        boolean answerable,
        List<String> golds,
        List<String> support,
        List<String> forbidden,
        List<String> given,
        SortedSet<String> relevant,
        String type,
        @Nullable LocalDate date) {
    public LabelledQuestion {
        golds = List.copyOf(golds);
        support = List.copyOf(support);
        forbidden = List.copyOf(forbidden);
        given = List.copyOf(given);
        relevant = Collections.unmodifiableSortedSet(new TreeSet<>(relevant));
    }

    LabelledQuestion withRelevant(Set<String> documents) {
        return new LabelledQuestion(
                id, text, answerable, golds, support, forbidden, given, new TreeSet<>(documents), type, date);
    }

    /** As it is put to the product. */
    Question asked(LocalDate otherwise) {
        return Question.of(text, date == null ? otherwise : date);
    }

    /** Whether an answer to it can be called right or wrong. */
    public boolean canBeScored() {
        return !golds.isEmpty();
    }

    /** Whether a text says an accepted answer or the words that prove it. */
    boolean isProvedBy(String text) {
        return says(text, golds) || says(text, support);
    }

    /** Whether a text says an accepted answer. */
    boolean isAnsweredIn(String text) {
        return says(text, golds);
    }

    /** Whether a text says what must not come out. */
    boolean isForbidden(String text) {
        return says(text, forbidden);
    }

    private static boolean says(String text, List<String> phrases) {
        return phrases.stream().anyMatch(phrase -> NormalText.says(text, phrase));
    }
}
