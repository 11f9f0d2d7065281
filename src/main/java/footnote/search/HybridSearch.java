package footnote.search;

import footnote.domain.Hit;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** One search: every leg proposes candidates and scores those of all, the fused order decides. */
final class HybridSearch {
    private static final int DOCUMENTS_A_PASSAGE = 2;
    private static final int FEEDBACK_PASSAGES = 3;

    private final IndexSearcher searcher;
    private final TextEmbedder embedder;

    HybridSearch(IndexSearcher searcher, TextEmbedder embedder) {
        this.searcher = searcher;
        this.embedder = embedder;
    }

    List<Hit> best(PassageQuery query) throws IOException {
        List<WeightedLeg> legs = legs(query);
        SortedSet<Integer> candidates = new TreeSet<>();
        for (WeightedLeg leg : legs) {
            for (int candidate : leg.leg()
                    .candidates(
                            searcher, Math.max(query.limit(), query.ranking().candidates()))) {
                candidates.add(candidate);
            }
        }
        return candidates.isEmpty() ? List.of() : hits(ranked(query, legs, candidates), query.limit());
    }

    private List<WeightedLeg> legs(PassageQuery query) {
        Ranking ranking = query.ranking();
        Query filter = Filters.dated(query.from(), query.to());
        List<String> terms = EnglishAnalysis.terms(query.text());
        List<WeightedLeg> legs = new ArrayList<>();
        if (ranking.keyword() > 0 && !terms.isEmpty()) {
            legs.add(new WeightedLeg(new KeywordLeg(terms, filter, ranking), ranking.keyword()));
        }
        if (ranking.document() > 0 && !terms.isEmpty()) {
            DocumentLeg leg = new DocumentLeg(terms, filter, ranking.candidates() * DOCUMENTS_A_PASSAGE);
            legs.add(new WeightedLeg(leg, ranking.document()));
        }
        if (ranking.vector() > 0) {
            legs.add(new WeightedLeg(new VectorLeg(embedder.embedQuery(query.text()), filter), ranking.vector()));
        }
        return legs;
    }

    /** The legs are fused twice: what is found best the first time informs the legs that can learn from it. */
    private double[] fused(Ranking ranking, List<WeightedLeg> legs, SortedSet<Integer> candidates) throws IOException {
        double[][] scores = new double[legs.size()][];
        for (int leg = 0; leg < scores.length; leg++) {
            scores[leg] = legs.get(leg).leg().scores(searcher, candidates);
        }
        double[] weights = legs.stream().mapToDouble(WeightedLeg::weight).toArray();
        double[] first = ScoreFusion.fuse(ranking.fusion(), scores, weights);
        if (ranking.feedback() == 0) {
            return first;
        }
        SortedSet<Integer> best = best(candidates, first);
        for (int leg = 0; leg < scores.length; leg++) {
            Optional<Leg> informed = legs.get(leg).leg().informed(searcher, best, ranking.feedback());
            if (informed.isPresent()) {
                scores[leg] = informed.get().scores(searcher, candidates);
            }
        }
        return ScoreFusion.fuse(ranking.fusion(), scores, weights);
    }

    private static SortedSet<Integer> best(SortedSet<Integer> candidates, double[] scores) {
        List<Integer> records = List.copyOf(candidates);
        SortedSet<Integer> best = new TreeSet<>();
        IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(at -> -scores[at]).thenComparing(at -> at))
                .limit(FEEDBACK_PASSAGES)
                .forEach(at -> best.add(records.get(at)));
        return best;
    }

    private List<Candidate> ranked(PassageQuery query, List<WeightedLeg> legs, SortedSet<Integer> candidates)
            throws IOException {
        double[] fused = fused(query.ranking(), legs, candidates);
        List<Candidate> ranked = new ArrayList<>();
        int at = 0;
        for (int record : candidates) {
            double score = fused[at++] + bonus(query.recency(), record);
            ranked.add(new Candidate(record, DocumentLeg.value(searcher, PassageFields.PASSAGE, record), score));
        }
        ranked.sort(Candidate.BEST_FIRST);
        return ranked;
    }

    private double bonus(PassageQuery.@Nullable Recency recency, int record) throws IOException {
        if (recency == null) {
            return 0;
        }
        KeywordLeg.LeafWalk walk = new KeywordLeg.LeafWalk(searcher);
        walk.enters(record);
        SortedNumericDocValues days = DocValues.getSortedNumeric(walk.leaf().reader(), PassageFields.DAY);
        boolean dated = days.advanceExact(record - walk.leaf().docBase);
        return dated ? recency.bonus(LocalDate.ofEpochDay(days.nextValue())) : 0;
    }

    private List<Hit> hits(List<Candidate> ranked, int limit) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (Candidate candidate : ranked.subList(0, Math.min(limit, ranked.size()))) {
            hits.add(new Hit(
                    IndexRecords.passage(searcher.storedFields().document(candidate.record())), candidate.score()));
        }
        return List.copyOf(hits);
    }

    private record WeightedLeg(Leg leg, double weight) {}

    private record Candidate(int record, String passage, double score) {
        static final Comparator<Candidate> BEST_FIRST =
                Comparator.comparingDouble(Candidate::score).reversed().thenComparing(Candidate::passage);
    }
}
