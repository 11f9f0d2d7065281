package footnote.answer;

import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Joins found passages that stand next to each other in one document into one for reading, so that a reader sees what a
 * cut had parted. A joined passage has the better score of its parts, and still fits the reader's window.
 */
public final class Neighbours {
    /** About what a window of 256 word pieces holds beside a question. */
    private static final int MOST_CHARACTERS = 1_150;

    private static final Comparator<Hit> BEST_FIRST = Comparator.comparingDouble(Hit::score)
            .reversed()
            .thenComparing(hit -> hit.passage().id());

    private Neighbours() {}

    /** @param documents finds a document's text by its id; without it passages stay as they are */
    public static List<Hit> joined(List<Hit> hits, Function<String, Optional<Document>> documents) {
        Map<String, List<Hit>> byDocument = new LinkedHashMap<>();
        hits.forEach(hit -> byDocument
                .computeIfAbsent(hit.passage().document(), unseen -> new ArrayList<>())
                .add(hit));
        List<Hit> joined = new ArrayList<>();
        byDocument.forEach((id, own) -> joined.addAll(own.size() == 1 ? own : joinedWithin(own, documents.apply(id))));
        joined.sort(BEST_FIRST);
        return List.copyOf(joined);
    }

    private static List<Hit> joinedWithin(List<Hit> hits, Optional<Document> document) {
        if (document.isEmpty()) {
            return hits;
        }
        List<Hit> ordered = new ArrayList<>(hits);
        ordered.sort(Comparator.comparingInt(hit -> hit.passage().start()));
        List<Hit> joined = new ArrayList<>();
        for (Hit hit : ordered) {
            if (!joined.isEmpty() && fits(joined.getLast().passage(), hit.passage(), document.get())) {
                joined.add(both(joined.removeLast(), hit, document.get()));
            } else {
                joined.add(hit);
            }
        }
        return joined;
    }

    private static boolean fits(Passage before, Passage after, Document document) {
        return before.headings().equals(after.headings())
                && after.end() - before.start() <= MOST_CHARACTERS
                && after.end() <= document.text().length()
                && (after.start() <= before.end()
                        || document.text()
                                .substring(before.end(), after.start())
                                .isBlank());
    }

    private static Hit both(Hit before, Hit after, Document document) {
        Passage first = before.passage();
        int end = Math.max(first.end(), after.passage().end());
        return new Hit(
                Passage.of(document, first.headings(), first.start(), end), Math.max(before.score(), after.score()));
    }
}
