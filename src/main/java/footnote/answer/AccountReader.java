package footnote.answer;

import footnote.answer.AccountRequest.Happening;
import footnote.answer.AccountRequest.Overview;
import footnote.answer.AccountRequest.Statements;
import footnote.answer.Draft.Quote;
import footnote.domain.Passage;
import footnote.search.TextEmbedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds the sentences that tell of what an account is wanted of, and none where the passages are about something else: by
 * its words, its names, and the cosine of its embedding. Threads may share it.
 */
final class AccountReader {
    /** How many of the best passages may be told from, and how many of their sentences are compared. */
    private static final int PASSAGES = 5;

    private static final int SENTENCES = 16;
    /** The share of a topic's words that a passage must hold. */
    private static final double COVERED = 0.6;
    /** The cosine from which such a passage is about the topic; where it holds all the words, less will do. */
    private static final double ABOUT = 0.72;

    private static final double LESS = 0.4;
    /** How much farther from the topic than the best sentence another may be. */
    private static final double FARTHER = 0.1;
    /** How much farther than the sentence before it a sentence is that goes on with it. */
    private static final double NEXT = 0.03;

    private static final Pattern GOES_ON = Pattern.compile(
            "(?:he|she|it|they|this|these|that|those|his|her|its|their)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final TextEmbedder embedder;

    AccountReader(TextEmbedder embedder) {
        this.embedder = embedder;
    }

    /** In their documents' order; none if the passages can't carry the account. */
    List<Quote> quotes(AccountRequest request, Evidence evidence) {
        Coverage asked = new Coverage(evidence.question().text());
        Coverage.Shares held = asked.of(evidence.passages());
        if (held.names() < 1 || held.numbers() < 1) {
            return List.of();
        }
        return switch (request) {
            case Overview overview -> overview(overview.topic(), evidence);
            case Happening happening -> overview(happening.topic(), evidence);
            case Statements statements -> statements(statements, evidence);
        };
    }

    private List<Quote> overview(String topic, Evidence evidence) {
        if (topic.isEmpty()) {
            return evidence.isWhole() ? beginnings(evidence.passages()) : List.of();
        }
        Coverage coverage = new Coverage(topic);
        float[] wanted = embedder.embedQuery(topic);
        List<Passage> best = evidence.passages().stream().limit(PASSAGES).toList();
        List<Quote> sentences = best.parallelStream()
                .filter(passage -> isAbout(passage, coverage.of(passage).words(), wanted))
                .flatMap(passage -> Retelling.sentences(passage).stream())
                .toList();
        List<Quote> covering = new ArrayList<>(sentences);
        covering.sort(Comparator.comparingDouble((Quote quote) -> coverage.of(quote.words()))
                .reversed());
        return nearest(wanted, covering.subList(0, Math.min(SENTENCES, covering.size())));
    }

    private boolean isAbout(Passage passage, double covered, float[] wanted) {
        return covered >= COVERED
                && TextEmbedder.cosine(wanted, embedder.embedPassage(passage.title() + "\n" + passage.text()))
                        >= ABOUT - LESS * (covered - COVERED);
    }

    /** How each document begins, for a few that are all there is: nobody can sum up a great collection in a few sentences. */
    private static List<Quote> beginnings(List<Passage> passages) {
        List<Passage> ordered = new ArrayList<>(passages);
        ordered.sort(Comparator.comparing(Passage::document).thenComparingInt(Passage::start));
        Map<String, List<Quote>> byDocument = new LinkedHashMap<>();
        ordered.forEach(passage -> byDocument
                .computeIfAbsent(passage.document(), unseen -> new ArrayList<>())
                .addAll(Retelling.sentences(passage)));
        Retelling told = new Retelling();
        for (int turn = 0; turn < Retelling.MOST_SENTENCES; turn++) {
            int at = turn;
            byDocument.values().stream().filter(own -> own.size() > at).forEach(own -> told.add(own.get(at)));
        }
        return told.inOrder();
    }

    private List<Quote> nearest(float[] wanted, List<Quote> sentences) {
        List<Near> compared = sentences.parallelStream()
                .map(quote -> new Near(quote, TextEmbedder.cosine(wanted, embedder.embedPassage(quote.words()))))
                .toList();
        List<Near> near =
                new ArrayList<>(compared.stream().map(one -> one.with(compared)).toList());
        near.sort(Comparator.comparingDouble(Near::cosine).reversed());
        Retelling told = new Retelling();
        near.stream()
                .filter(one -> one.cosine() >= near.getFirst().cosine() - FARTHER)
                .forEach(one -> told.add(one.quote()));
        return told.inOrder();
    }

    /** Sentences that give the speaker's own words, those about the topic first. */
    private static List<Quote> statements(Statements request, Evidence evidence) {
        Attribution attribution = new Attribution(request.speaker());
        Coverage topic = new Coverage(request.topic());
        List<Said> said = new ArrayList<>();
        for (Passage passage : evidence.passages()) {
            List<Quote> sentences = Retelling.sentences(passage);
            for (int at = 0; at < sentences.size(); at++) {
                Quote quote = sentences.get(at);
                boolean isAbout = topic.of(around(sentences, at)) >= COVERED;
                if (isAbout && attribution.holds(quote.words())) {
                    said.add(new Said(quote, topic.of(quote.words())));
                }
            }
        }
        said.sort(Comparator.comparingDouble(Said::covered).reversed());
        Retelling told = new Retelling();
        said.forEach(one -> told.add(one.quote()));
        return told.inOrder();
    }

    /** What a statement is about may stand in the sentences beside it, or in the title. */
    private static String around(List<Quote> sentences, int at) {
        int from = sentences.get(Math.max(0, at - 1)).from();
        int to = sentences.get(Math.min(sentences.size() - 1, at + 1)).to();
        Passage passage = sentences.get(at).passage();
        return String.join(
                "\n", passage.title(), passage.headings(), passage.text().substring(from, to));
    }

    private record Near(Quote quote, double cosine) {
        /** A sentence that goes on with the one before it is nearly as near as that one. */
        Near with(List<Near> others) {
            if (!GOES_ON.matcher(quote.words()).matches()) {
                return this;
            }
            double before = others.stream()
                    .filter(other -> other.quote().passage().equals(quote.passage()))
                    .filter(other -> other.quote().to() < quote.from()
                            && quote.from() - other.quote().to() <= 2)
                    .mapToDouble(Near::cosine)
                    .max()
                    .orElse(cosine);
            return new Near(quote, Math.max(cosine, before - NEXT));
        }
    }

    private record Said(Quote quote, double covered) {}
}
