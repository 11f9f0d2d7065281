package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import footnote.answer.Answerer;
import footnote.answer.Assistant;
import footnote.answer.Calibration;
import footnote.answer.CandidateReader;
import footnote.answer.Draft;
import footnote.answer.Evidence;
import footnote.answer.EvidenceFinder;
import footnote.answer.FollowUpRule;
import footnote.answer.SearchedEvidence;
import footnote.answer.TimedSearch;
import footnote.domain.IndexState;
import footnote.domain.Passage;
import footnote.ingest.PassageSplitter;
import footnote.search.PassageIndex;
import footnote.search.Ranking;
import footnote.testing.HashEmbedder;
import footnote.testing.PhraseReader;
import footnote.testing.TinyCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalRunTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 1);
    private static final LocalDate EARLIER = LocalDate.of(2022, 3, 6);
    private static final LabelledQuestion OPENED = question("opened", "When did the library open?", "1931", "library");
    private static final LabelledQuestion TREES =
            question("trees", "How many apple trees does the orchard have?", "120", "orchard");
    private static final LabelledQuestion WEATHER = Replies.unanswerable("weather");
    private static final QuestionSet TOWN = new QuestionSet("town", TinyCorpus.ALL, List.of(OPENED, TREES, WEATHER));

    @TempDir
    Path data;

    private final HashEmbedder embedder = new HashEmbedder(256);
    private final FirstNumber answerer = new FirstNumber();
    private final List<String> steps = new ArrayList<>();

    @Test
    void searchesAndAnswersAsTheProductDoes() throws Exception {
        EvalReport report = run().product(TOWN);

        assertThat(report.figures().set()).isEqualTo("town");
        assertThat(report.figures().questions()).isEqualTo(3);
        assertThat(report.figures().answerer()).isEqualTo("first number");
        assertThat(report.figures().retrieval()).isEqualTo(new RetrievalFigures(1.0, 1.0, 1.0, 1.0));
        assertThat(report.figures().answers()).isEqualTo(new AnswerFigures(1.0, 1.0, 1.0, 1.0, 1.0));
        assertThat(report.figures().abstention()).isEqualTo(new AbstentionFigures(1.0, 1.0, 0.0));
        assertThat(report.figures().citations()).isEqualTo(new CitationFigures(1.0, 1.0));
        assertThat(report.figures().calibrationError()).isCloseTo(0.25, within(1e-9));
        assertThat(report.figures().millis().p50()).isPositive();
        assertThat(report.searches()).extracting(EvalReport.SearchRow::name).containsExactly("fused");
    }

    @Test
    void asksOnTheQuestionsOwnDayOrElseOnTheGivenOne() throws Exception {
        run().product(TOWN);

        assertThat(answerer.days).containsExactly(EARLIER, EARLIER, TODAY);
    }

    @Test
    void embedsTheCorpusOnceAndLeavesNothingButTheVectors() throws Exception {
        run().product(TOWN);
        int first = embedder.embedded();
        run().product(TOWN);

        // The second run embeds the questions only: 2 for the ranking, 3 to be answered.
        assertThat(embedder.embedded() - first).isEqualTo(5);
        assertThat(first).isGreaterThan(5);
        assertThat(left()).containsExactly("vectors-256.bin");
    }

    @Test
    void comparesWaysOfSearchingSideBySideAndAnswersNothing() throws Exception {
        EvalReport report = run().ablation(TOWN);

        assertThat(report.searches())
                .extracting(EvalReport.SearchRow::name)
                .containsExactly("keyword", "vector", "fused");
        assertThat(report.figures().retrieval())
                .isEqualTo(report.searches().getLast().figures());
        assertThat(report.figures().millis().p50()).isNull();
        assertThat(answerer.days).isEmpty();
    }

    @Test
    void answersFromTheGoldPassagesWithoutSearching() {
        EvalReport report = run().oracle(TOWN);

        assertThat(report.figures().retrieval()).isEqualTo(RetrievalFigures.NONE);
        assertThat(report.searches()).isEmpty();
        assertThat(report.figures().answers()).isEqualTo(new AnswerFigures(1.0, 1.0, 1.0, 1.0, 1.0));
        assertThat(answerer.read).allMatch(documents -> documents.size() == 1);
        assertThat(steps).containsOnly("answering");
    }

    @Test
    void judgesWhatIsReadInTheGoldPassageAlone() throws Exception {
        CandidateReader reader = new CandidateReader(new PhraseReader("1931", "120"), Calibration.shipped());

        List<Judged> alone = run().judgedAlone(TOWN, reader);
        List<Judged> found = run().judged(TOWN, reader);

        assertThat(alone).extracting(Judged::question).containsExactly(OPENED, TREES);
        assertThat(alone).allSatisfy(judged -> {
            assertThat(judged.passages()).isOne();
            assertThat(judged.isRight(judged.candidates().getFirst())).isTrue();
        });
        assertThat(found).hasSize(3).first().satisfies(judged -> assertThat(judged.passages())
                .isGreaterThan(1));
    }

    @Test
    void countsAFaultAndGoesOn() throws Exception {
        answerer.broken = true;

        EvalReport report = run().product(TOWN);

        assertThat(report.failed()).isEqualTo(3);
        assertThat(report.figures().answers()).isEqualTo(new AnswerFigures(0.0, 0.0, 0.0, 0.0, 0.0));
    }

    @Test
    void leavesOutDocumentsWithoutWords() throws Exception {
        List<footnote.domain.Document> documents = new ArrayList<>(TinyCorpus.ALL);
        documents.add(TinyCorpus.document("blank", "", null, " "));

        EvalReport report = run().product(new QuestionSet("town", documents, TOWN.questions()));

        assertThat(report.figures().retrieval().ndcg10()).isEqualTo(1.0);
    }

    private EvalRun run() {
        return new EvalRun(
                data,
                embedder,
                new PassageSplitter(30, 0),
                new Product(answerer),
                TODAY,
                (step, done, total) -> steps.add(step));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static LabelledQuestion question(String id, String text, String gold, String document) {
        return new LabelledQuestion(
                id,
                text,
                true,
                List.of(gold),
                List.of(),
                List.of(),
                List.of(document),
                new TreeSet<>(Set.of(document)),
                "",
                EARLIER);
    }

    private record Product(Answerer answerer) implements Subject {
        @Override
        public List<NamedSearch> searches(PassageIndex index) {
            return NamedSearch.legsAndFusion(index);
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

    /** Answers with the first number of the best passage, but never what a thing is. */
    private static final class FirstNumber implements Answerer {
        final List<LocalDate> days = new ArrayList<>();
        final List<Set<String>> read = new ArrayList<>();
        boolean broken;

        @Override
        public String name() {
            return "first number";
        }

        @Override
        public Draft answer(Evidence evidence, Consumer<String> pieces) {
            if (broken) {
                throw new IllegalStateException("broken on purpose");
            }
            days.add(evidence.question().asOf());
            read.add(new TreeSet<>(
                    evidence.passages().stream().map(Passage::document).toList()));
            if (evidence.question().text().startsWith("what")) {
                return new Draft(List.of(), null, null, null, name(), null);
            }
            Passage best = evidence.passages().getFirst();
            String number = best.text().replaceAll("(?s)^\\D*(\\d+).*$", "$1");
            Draft.Quote quote = new Draft.Quote(best, 0, best.text().length());
            return new Draft(
                    List.of(new Draft.Statement(number + ".", List.of(quote))), number, 0.75, 1.0, name(), null);
        }
    }
}
