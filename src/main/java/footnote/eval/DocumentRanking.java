package footnote.eval;

import footnote.domain.Hit;
import footnote.domain.Question;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ranks documents by their best passage. The first search asks for no more passages than a leg offers anyway, so that its
 * order is the one that users get; deeper searches only add documents below, until there are enough.
 */
final class DocumentRanking implements Retrieval {
    private static final int DOCUMENTS = 100;
    private static final int PASSAGES = 100;
    private static final int MOST_PASSAGES = 10_000;
    private static final int DEEPER = 4;

    private final PassageSearch search;
    private final LocalDate asOf;

    /** @param asOf the day of questions that have none */
    DocumentRanking(PassageSearch search, LocalDate asOf) {
        this.search = search;
        this.asOf = asOf;
    }

    @Override
    public Ranking ranking(LabelledQuestion labelled) {
        Question question = labelled.asked(asOf);
        Stopwatch watch = new Stopwatch();
        List<Hit> hits = search.search(question, PASSAGES);
        double millis = watch.millis();
        Set<String> documents = new LinkedHashSet<>();
        add(hits, documents);
        int asked = PASSAGES;
        while (documents.size() < DOCUMENTS && hits.size() == asked && asked < MOST_PASSAGES) {
            asked *= DEEPER;
            hits = search.deeper().search(question, asked);
            add(hits, documents);
        }
        return new Ranking(documents.stream().limit(DOCUMENTS).toList(), millis);
    }

    private static void add(List<Hit> hits, Set<String> documents) {
        hits.forEach(hit -> documents.add(hit.passage().document()));
    }
}
