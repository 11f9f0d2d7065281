package footnote;

import footnote.answer.Answerer;
import footnote.answer.Assistant;
import footnote.answer.Calibration;
import footnote.answer.CandidateReader;
import footnote.answer.EvidenceFinder;
import footnote.answer.ExtractiveAnswerer;
import footnote.answer.FollowUpRule;
import footnote.answer.Reranker;
import footnote.answer.SearchedEvidence;
import footnote.answer.SpanReader;
import footnote.answer.TimedSearch;
import footnote.domain.IndexState;
import footnote.domain.Question;
import footnote.eval.NamedSearch;
import footnote.eval.PassageSearch;
import footnote.eval.Subject;
import footnote.model.SpanScoringModel;
import footnote.search.PassageIndex;
import footnote.search.Ranking;
import footnote.search.TextEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The product as it is wired for its users, on the index of a question set.
 *
 * @param reader reranks what was found, as an answer orders its sources
 * @param answerer answers
 */
record ProductSubject(SpanReader reader, Answerer answerer) implements Subject {
    /** With the embedded answerer. */
    ProductSubject(SpanReader reader, TextEmbedder embedder) {
        this(reader, embedded(reader, embedder));
    }

    private static Answerer embedded(SpanReader reader, TextEmbedder embedder) {
        Calibration calibration = Calibration.shipped();
        return new ExtractiveAnswerer(new CandidateReader(reader, calibration), calibration, embedder);
    }

    @Override
    public List<NamedSearch> searches(PassageIndex index) {
        TimedSearch timed = new TimedSearch(index, Ranking.usual());
        Reranker reranker = new Reranker(new SpanScoringModel(reader), Question.USUAL_PASSAGES);
        PassageSearch withTime =
                (question, passages) -> timed.search(question, passages).hits();
        List<NamedSearch> searches = new ArrayList<>(NamedSearch.legsAndFusion(index));
        searches.add(new NamedSearch("with time", withTime));
        searches.add(new NamedSearch("reranked", PassageSearch.reranked(withTime, reranker)));
        return List.copyOf(searches);
    }

    @Override
    public EvidenceFinder finder(PassageIndex index) {
        return new SearchedEvidence(new TimedSearch(index, Ranking.usual()));
    }

    @Override
    public Assistant assistant(EvidenceFinder finder, Supplier<IndexState> index) {
        return new Assistant(new FollowUpRule(), finder, answerer, index);
    }
}
