package footnote.answer;

import footnote.answer.Draft.Quote;
import footnote.answer.Draft.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The embedded answerer: it quotes, and says what date a document bears. A short answer leads, the sentence that holds it follows; a question that
 * wants more than a span gets a few sentences in their documents' order. It declines where the best candidate's
 * calibrated probability is too low. Threads may share it.
 */
public final class ExtractiveAnswerer implements Answerer {
    private static final int MOST_SENTENCES = 4;
    private static final double ALIKE = 0.6;
    /** A further sentence of an account may be this much less probable than the best. */
    private static final double FURTHER = 0.5;

    private final CandidateReader reader;
    private final Calibration calibration;

    public ExtractiveAnswerer(CandidateReader reader, Calibration calibration) {
        this.reader = reader;
        this.calibration = calibration;
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Draft answer(Evidence evidence, Consumer<String> pieces) {
        return DocumentDate.of(evidence).map(dated -> dated(dated, pieces)).orElseGet(() -> read(evidence, pieces));
    }

    /** The only statement that is no quotation: what is known of a document beside its text. */
    private Draft dated(DocumentDate dated, Consumer<String> pieces) {
        Statement statement = new Statement(dated.statement(), List.of(dated.quote()));
        pieces.accept(statement.text() + "\n");
        return new Draft(List.of(statement), dated.words(), null, 1.0, name(), null);
    }

    private Draft read(Evidence evidence, Consumer<String> pieces) {
        List<Candidate> candidates = reader.candidates(evidence);
        if (candidates.isEmpty()) {
            return Draft.declined(name(), null);
        }
        Candidate best = candidates.getFirst();
        if (!calibration.carries(best.probability())) {
            return Draft.declined(name(), best.probability());
        }
        QuestionKind kind = QuestionKind.of(evidence.question().text());
        List<Statement> statements =
                switch (kind) {
                    case SPAN -> span(best, candidates);
                    case YES_NO -> List.of(quoted(best.quote()));
                    case ACCOUNT -> account(candidates);
                };
        statements.forEach(statement -> pieces.accept(statement.text() + "\n"));
        String shortAnswer = kind == QuestionKind.YES_NO ? null : best.words();
        return new Draft(statements, shortAnswer, best.probability(), 1.0, name(), null);
    }

    /** The short answer, then its sentence, and with it a second source that says the same. */
    private List<Statement> span(Candidate best, List<Candidate> candidates) {
        Quote quote = best.quote();
        List<Quote> quotes = new ArrayList<>(List.of(quote));
        Quote second = second(best, candidates);
        if (second != null) {
            quotes.add(second);
        }
        String sentence = words(quote);
        if (best.words().length() * 2 > sentence.length()) {
            return List.of(new Statement(quotation(sentence), quotes));
        }
        String inFull = RelativeDate.after(best.passage(), best.span());
        return List.of(new Statement(asSentence(best.words() + inFull), quotes), quoted(quote));
    }

    private @Nullable Quote second(Candidate best, List<Candidate> candidates) {
        return candidates.stream()
                .filter(other ->
                        !other.passage().document().equals(best.passage().document()))
                .filter(other -> other.said().equals(best.said()) && calibration.carries(other.probability()))
                .map(Candidate::quote)
                .findFirst()
                .orElse(null);
    }

    private static List<Statement> account(List<Candidate> candidates) {
        double least = candidates.getFirst().probability() * FURTHER;
        List<Quote> told = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Quote quote = candidate.quote();
            boolean isNew = told.stream().noneMatch(other -> repeats(other, quote));
            if (told.size() < MOST_SENTENCES && candidate.probability() >= least && isNew) {
                told.add(quote);
            }
        }
        List<String> order = told.stream()
                .map(quote -> quote.passage().document())
                .distinct()
                .toList();
        told.sort(Comparator.comparingInt(
                        (Quote quote) -> order.indexOf(quote.passage().document()))
                .thenComparingInt(quote -> quote.passage().start() + quote.from()));
        return told.stream().map(ExtractiveAnswerer::quoted).toList();
    }

    private static boolean repeats(Quote first, Quote second) {
        return NearDuplicates.jaccard(NearDuplicates.shingles(words(first)), NearDuplicates.shingles(words(second)))
                >= ALIKE;
    }

    private static Statement quoted(Quote quote) {
        return new Statement(quotation(words(quote)), List.of(quote));
    }

    private static String words(Quote quote) {
        return quote.passage().text().substring(quote.from(), quote.to());
    }

    /** A quotation on one line. */
    private static String quotation(String words) {
        return "“" + words.replaceAll("\\s+", " ") + "”";
    }

    /** The span as a sentence of its own: a capital in front, a stop behind. */
    private static String asSentence(String words) {
        String line = words.replaceAll("\\s+", " ");
        int first = line.codePointAt(0);
        String capital = Character.toString(Character.toTitleCase(first)) + line.substring(Character.charCount(first));
        return capital.matches(".*[.?!…]$") ? capital : capital + ".";
    }
}
