package footnote.eval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
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
    record Found(LabelledQuestion question, Retrieval.Ranking ranking) {
        private double score(Metric metric, int cut) {
            return metric.at(cut, ranking.documents(), question.relevant());
        }
    }

    private interface Metric {
        double at(int cut, List<String> ranking, Set<String> relevant);
    }

    static RetrievalFigures of(List<Found> found) {
        return new RetrievalFigures(
                Share.mean(found, one -> one.score(Ndcg::at, 10)),
                Share.mean(found, one -> one.score(Recall::at, 10)),
                Share.mean(found, one -> one.score(Recall::at, 100)),
                Share.mean(found, one -> one.score(ReciprocalRank::at, 10)));
    }
}
