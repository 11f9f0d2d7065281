package footnote.eval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How well a search finds the relevant documents: means over the questions that have any, null if none has. */
public record RetrievalFigures(
        @JsonProperty("ndcg@10") @Nullable Double ndcg10,
        @JsonProperty("recall@10") @Nullable Double recall10,
        @JsonProperty("recall@100") @Nullable Double recall100,
        @JsonProperty("mrr@10") @Nullable Double mrr10) {
    /** Figures of a set that can't say, or of a run that searched for nothing. */
    static final RetrievalFigures NONE = new RetrievalFigures(null, null, null, null);

    /** What was found for a question with at least one relevant document. */
    record Found(LabelledQuestion question, List<String> ranking) {
        Found {
            ranking = List.copyOf(ranking);
        }
    }

    static RetrievalFigures of(List<Found> found) {
        return new RetrievalFigures(
                Share.mean(
                        found, one -> Ndcg.at(10, one.ranking(), one.question().relevant())),
                Share.mean(
                        found,
                        one -> Recall.at(10, one.ranking(), one.question().relevant())),
                Share.mean(
                        found,
                        one -> Recall.at(100, one.ranking(), one.question().relevant())),
                Share.mean(
                        found,
                        one -> ReciprocalRank.at(
                                10, one.ranking(), one.question().relevant())));
    }
}
