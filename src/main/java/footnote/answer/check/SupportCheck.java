package footnote.answer.check;

import footnote.answer.Draft.Quote;
import footnote.answer.Draft.Statement;
import footnote.answer.check.Ground.Line;
import footnote.domain.Passage;
import footnote.search.TextEmbedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets through what the passages say, sentence by sentence, and nothing else. A sentence is held if every name, number,
 * date, quotation and address of it stands in the sentences that speak most for it, they don't deny it, give it to
 * nobody else and are close to it in meaning. Its markers are a hint: where the passages that they name don't hold it,
 * another one may. Deterministic; threads may share it.
 */
public final class SupportCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SupportCheck.class);
    private static final int MOST_MARKERS = 4;

    private final Nearness nearness;

    private SupportCheck(Nearness nearness) {
        this.nearness = nearness;
    }

    /** Judges closeness by shared words alone. */
    public static SupportCheck byWords() {
        return new SupportCheck((claim, closeness, held) -> closeness >= Closeness.WORDS);
    }

    /** Judges closeness by shared words and by the cosine of the embeddings. */
    public static SupportCheck byMeaning(TextEmbedder embedder) {
        return new SupportCheck(new Closeness(embedder));
    }

    /**
     * What of a model's text may be said.
     *
     * @param written with markers that count the passages from 1
     */
    public Checked check(String written, List<Passage> passages) {
        String known = passages.stream().map(Passage::text).collect(Collectors.joining("\n"));
        Ground ground = new Ground(passages);
        List<Statement> statements = new ArrayList<>();
        int withheld = 0;
        boolean refuses = false;
        for (WrittenAnswer.Sentence sentence : WrittenAnswer.sentences(Addresses.removed(written, known))) {
            Claim claim = new Claim(ground.wording(sentence.text()));
            if (Refusal.isOne(sentence.text())) {
                refuses = true;
            } else if (!claim.isEmpty()) {
                Verdict verdict = verdict(claim, sentence.markers(), ground);
                LOG.debug("{}: {}", verdict.holds() ? "held" : verdict.fault(), sentence.text());
                if (verdict.holds()) {
                    statements.add(new Statement(sentence.text(), quotes(verdict.lines())));
                } else {
                    withheld++;
                }
            }
        }
        return new Checked(statements, withheld, refuses);
    }

    private Verdict verdict(Claim claim, List<Integer> markers, Ground ground) {
        String said = claim.wording().text();
        if (Mood.asks(said) || Mood.orders(said)) {
            return Verdict.withheld("a question or an order says nothing", 0);
        }
        Judge judge = new Judge(ground, nearness);
        List<Integer> cited = markers.stream()
                .map(marker -> marker - 1)
                .filter(place -> place >= 0 && place < ground.size())
                .limit(MOST_MARKERS)
                .toList();
        Verdict byCited = cited.isEmpty() ? Verdict.withheld("it cites nothing", 0) : judge.cited(claim, cited);
        if (byCited.holds()) {
            return byCited;
        }
        return IntStream.range(0, ground.size())
                .mapToObj(place -> judge.uncited(claim, place))
                .filter(Verdict::holds)
                .max(Comparator.comparingDouble(Verdict::closeness))
                .orElse(byCited);
    }

    /** The lines as quotes in the passages' order, neighbours as one. */
    private static List<Quote> quotes(List<Line> lines) {
        List<Quote> quotes = new ArrayList<>();
        List<Passage> order = lines.stream().map(Line::passage).distinct().toList();
        for (Passage passage : order) {
            List<Line> own = lines.stream()
                    .filter(line -> line.passage().equals(passage))
                    .sorted(Comparator.comparingInt(Line::place))
                    .toList();
            int at = 0;
            while (at < own.size()) {
                int last = at;
                while (last + 1 < own.size()
                        && own.get(last + 1).place() == own.get(last).place() + 1) {
                    last++;
                }
                quotes.add(new Quote(
                        passage,
                        own.get(at).span().start(),
                        own.get(last).span().end()));
                at = last + 1;
            }
        }
        return List.copyOf(quotes);
    }

    /**
     * What the check let through.
     *
     * @param withheld how many sentences it didn't
     * @param refuses whether the model says that the passages don't answer
     */
    public record Checked(List<Statement> statements, int withheld, boolean refuses) {
        public Checked {
            statements = List.copyOf(statements);
        }

        /** The share that was let through, 0 to 1; 0 if nothing was written. */
        public double support() {
            int all = statements.size() + withheld;
            return all == 0 ? 0 : (double) statements.size() / all;
        }
    }
}
