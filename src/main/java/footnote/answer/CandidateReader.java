package footnote.answer;

import footnote.answer.SpanReader.Reading;
import footnote.answer.SpanReader.Span;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import footnote.domain.TimeScope;
import footnote.search.PassageQuery.Recency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads all evidence for spans and compares them across passages. Threads may share it. */
public final class CandidateReader {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::probability)
            .reversed()
            .thenComparing(candidate -> candidate.passage().id())
            .thenComparingInt(candidate -> candidate.span().start());

    private final SpanReader reader;
    private final Calibration calibration;

    public CandidateReader(SpanReader reader, Calibration calibration) {
        this.reader = reader;
        this.calibration = calibration;
    }

    /** The best span of every passage that has one, most probable first. */
    public List<Candidate> candidates(Evidence evidence) {
        List<String> texts = evidence.passages().stream().map(Passage::text).toList();
        String question = SourcePhrase.removedFrom(evidence.question().text());
        List<Reading> readings = reader.read(question, texts);
        AskedUnit unit = new AskedUnit(question);
        List<Found> found = new ArrayList<>();
        for (int at = 0; at < readings.size(); at++) {
            Span best = best(texts.get(at), readings.get(at), unit);
            if (best != null) {
                found.add(new Found(
                        evidence.hits().get(at), at + 1, best, readings.get(at).noAnswer()));
            }
        }
        Coverage coverage = new Coverage(question);
        double noAnswer = found.stream().mapToDouble(Found::noAnswer).min().orElse(0);
        return found.stream()
                .map(one -> candidate(one, found, noAnswer, coverage, evidence))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** The best span that is no planted instruction and counts in the unit asked for; null if there is none. */
    private static @Nullable Span best(String text, Reading reading, AskedUnit unit) {
        List<Sentences.Span> planted = PlantedText.in(text);
        return reading.spans().stream()
                .filter(span -> planted.stream().noneMatch(bad -> bad.start() < span.end() && span.start() < bad.end()))
                .filter(span -> !unit.isFarFrom(text.substring(span.start(), span.end())))
                .findFirst()
                .orElse(null);
    }

    private Candidate candidate(Found one, List<Found> all, double noAnswer, Coverage coverage, Evidence evidence) {
        Coverage.Shares shares = coverage.of(one.hit().passage());
        Signals signals = new Signals(
                one.odds(),
                one.span().score(),
                noAnswer,
                one.odds() - bestOther(one, all),
                one.hit().score(),
                1.0 / one.place(),
                Math.log1p(agreeing(one, all)),
                shares.words(),
                shares.names(),
                shares.numbers(),
                shares.missing(),
                coverage.numbersMissingIn(
                        Candidate.quote(one.hit().passage(), one.span()).words()),
                coverage.denies() ? 1 : 0,
                fresh(one.hit().passage().date(), evidence.question().asOf()),
                isOutside(one.hit().passage().date(), evidence.time()) ? 1 : 0);
        return new Candidate(
                one.hit(),
                one.span(),
                signals,
                calibration.probability(signals, evidence.hits().size()));
    }

    /** The odds of the best answer that says something else, at least those of an even chance of none. */
    private static double bestOther(Found one, List<Found> all) {
        return all.stream()
                .filter(other -> !other.agrees(one))
                .mapToDouble(Found::odds)
                .max()
                .orElse(-10);
    }

    private static int agreeing(Found one, List<Found> all) {
        Set<String> documents = new HashSet<>();
        for (Found other : all) {
            if (other.agrees(one) && other.odds() > -4) {
                documents.add(other.hit().passage().document());
            }
        }
        documents.remove(one.hit().passage().document());
        return documents.size();
    }

    private static double fresh(@Nullable LocalDate date, LocalDate asOf) {
        return date == null ? 0 : Recency.of(date, asOf);
    }

    private static boolean isOutside(@Nullable LocalDate date, @Nullable TimeScope scope) {
        if (scope == null || date == null) {
            return false;
        }
        boolean early = scope.from() != null && date.isBefore(scope.from());
        boolean late = scope.to() != null && date.isAfter(scope.to());
        return early || late;
    }

    /** The best span of one passage, before it is compared with the others. */
    private record Found(Hit hit, int place, Span span, double noAnswer) {
        double odds() {
            return span.score() - noAnswer;
        }

        String said() {
            return Candidate.normal(hit.passage().text().substring(span.start(), span.end()));
        }

        boolean agrees(Found other) {
            String mine = " " + said() + " ";
            String theirs = " " + other.said() + " ";
            return mine.contains(theirs) || theirs.contains(mine);
        }
    }
}
