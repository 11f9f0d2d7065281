package footnote.answer;

import footnote.answer.AccountRequest.Happening;
import footnote.answer.Draft.Quote;
import footnote.answer.Draft.Statement;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.search.TextEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The embedded answerer: it quotes, and says what date a document bears. A short answer leads, the sentence that holds it follows; a question that
 * wants more than a span gets a few sentences in their documents' order. It declines where the best candidate's
 * calibrated probability is too low. Threads may share it.
 */
public final class ExtractiveAnswerer implements Answerer {
    /** A further sentence of an account may be this much less probable than the best. */
    private static final double FURTHER = 0.5;

    private final CandidateReader reader;
    private final Calibration calibration;
    private final AccountReader accounts;

    /** @param embedder tells which sentences are about a topic; stays its owner's to close */
    public ExtractiveAnswerer(CandidateReader reader, Calibration calibration, TextEmbedder embedder) {
        this.reader = reader;
        this.calibration = calibration;
        this.accounts = new AccountReader(embedder);
    }

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Draft answer(Evidence evidence, Consumer<String> pieces) {
        Draft draft = draft(evidence);
        draft.statements().forEach(statement -> pieces.accept(statement.text() + "\n"));
        return draft;
    }

    private Draft draft(Evidence evidence) {
        Optional<DocumentDate> dated = DocumentDate.of(evidence);
        if (dated.isPresent()) {
            return dated(dated.get());
        }
        Optional<AccountRequest> request = AccountRequest.of(evidence.question().text());
        if (request.isPresent() && !(request.get() instanceof Happening)) {
            return told(request.get(), evidence).orElseGet(() -> read(evidence));
        }
        Draft read = read(evidence);
        return read.statements().isEmpty()
                ? request.flatMap(happening -> told(happening, evidence)).orElse(read)
                : read;
    }

    /** How probable it is that these sentences are what was wanted, nobody measured: they have no confidence. */
    private Optional<Draft> told(AccountRequest request, Evidence evidence) {
        List<Quote> quotes = accounts.quotes(request, evidence);
        return quotes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(
                        quotes.stream().map(ExtractiveAnswerer::quoted).toList(), null, null, 1.0, name(), null));
    }

    /** The only statement that is no quotation: what is known of a document beside its text. */
    private Draft dated(DocumentDate dated) {
        Statement statement = new Statement(dated.statement(), List.of(dated.quote()));
        return new Draft(List.of(statement), dated.words(), null, 1.0, name(), null);
    }

    private Draft read(Evidence evidence) {
        List<Candidate> candidates = reader.candidates(evidence);
        if (candidates.isEmpty()) {
            return Draft.declined(name(), null);
        }
        List<Hit> sources = ordered(evidence.hits(), candidates);
        Candidate best = candidates.getFirst();
        if (!carries(best, evidence)) {
            return Draft.declined(name(), best.probability()).withSources(sources);
        }
        QuestionKind kind = QuestionKind.of(evidence.question().text());
        List<Statement> statements =
                switch (kind) {
                    case SPAN ->
                        span(
                                best,
                                candidates.stream()
                                        .filter(other -> carries(other, evidence))
                                        .toList());
                    case YES_NO -> List.of(quoted(best.quote()));
                    case ACCOUNT -> account(candidates);
                };
        String shortAnswer = kind == QuestionKind.YES_NO ? null : best.words();
        return new Draft(statements, shortAnswer, best.probability(), 1.0, name(), null, sources);
    }

    private boolean carries(Candidate candidate, Evidence evidence) {
        return calibration.carries(candidate.probability(), evidence.hits().size());
    }

    private static List<Hit> ordered(List<Hit> hits, List<Candidate> candidates) {
        Map<Passage, Double> odds = candidates.stream()
                .collect(Collectors.toMap(
                        Candidate::passage, candidate -> candidate.signals().odds(), Math::max));
        return TitleOrder.of(
                hits,
                hits.stream()
                        .map(hit -> odds.getOrDefault(hit.passage(), Double.NEGATIVE_INFINITY))
                        .toList());
    }

    /** The short answer, then its sentence, and with it a second source that says the same. */
    private static List<Statement> span(Candidate best, List<Candidate> probable) {
        Quote quote = best.quote();
        List<Quote> quotes = new ArrayList<>(List.of(quote));
        Quote second = second(best, probable);
        if (second != null) {
            quotes.add(second);
        }
        String sentence = quote.words();
        if (best.words().length() * 2 > sentence.length()) {
            return List.of(new Statement(quotation(sentence), quotes));
        }
        String inFull = RelativeDate.after(best.passage(), best.span());
        return List.of(new Statement(asSentence(best.words() + inFull), quotes), quoted(quote));
    }

    private static @Nullable Quote second(Candidate best, List<Candidate> probable) {
        return probable.stream()
                .filter(other ->
                        !other.passage().document().equals(best.passage().document()))
                .filter(other -> other.said().equals(best.said()))
                .map(Candidate::quote)
                .findFirst()
                .orElse(null);
    }

    private static List<Statement> account(List<Candidate> candidates) {
        double least = candidates.getFirst().probability() * FURTHER;
        Retelling told = new Retelling();
        candidates.stream()
                .filter(candidate -> candidate.probability() >= least)
                .forEach(candidate -> told.add(candidate.quote()));
        return told.inOrder().stream().map(ExtractiveAnswerer::quoted).toList();
    }

    private static Statement quoted(Quote quote) {
        return new Statement(quotation(quote.words()), List.of(quote));
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
