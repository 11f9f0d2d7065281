package footnote.eval;

import footnote.answer.Assistant;
import footnote.answer.CandidateReader;
import footnote.answer.Evidence;
import footnote.answer.EvidenceFinder;
import footnote.domain.AnswerEvent;
import footnote.domain.IndexState;
import footnote.ingest.Ingestor;
import footnote.ingest.PassageSplitter;
import footnote.ingest.Progress;
import footnote.ingest.VectorPass;
import footnote.search.PassageIndex;
import footnote.search.PassageWriter;
import footnote.search.TextEmbedder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Measures the product on a question set. The corpus is indexed anew each time, in a folder of its own, so that no figure
 * comes from an index that older code wrote; its vectors are kept between runs.
 *
 * @param data where the index and the vectors lie
 * @param embedder stays its owner's to close
 * @param splitter cuts the corpus
 * @param asOf the day of questions that have none
 * @param progress hears of every step
 */
public record EvalRun(
        Path data,
        TextEmbedder embedder,
        PassageSplitter splitter,
        Subject subject,
        LocalDate asOf,
        Progress progress) {
    /** Searches as the product does, and answers from what it finds. */
    public EvalReport product(QuestionSet set) throws InterruptedException {
        try (EmbeddingCache cache = EmbeddingCache.ofPassages(data, embedder);
                ScratchFolder folder = ScratchFolder.in(data, Instant.now());
                PassageWriter writer = indexed(set, folder, cache)) {
            PassageIndex index = writer.index();
            Interview interview = new Interview(set, progress);
            NamedSearch own = subject.searches(index).getLast();
            EvalReport.SearchRow row = interview.search(own.name(), new DocumentRanking(own.search(), asOf));
            Assistant assistant = subject.assistant(subject.finder(index), index::state);
            return EvalReport.of(set, List.of(row), interview.answer(question -> ending(assistant, question)));
        }
    }

    /** Searches in every way, side by side, and answers nothing. Times are not told, because queries' vectors are kept. */
    public EvalReport ablation(QuestionSet set) throws InterruptedException {
        try (EmbeddingCache cache = EmbeddingCache.ofPassagesAndQueries(data, embedder);
                ScratchFolder folder = ScratchFolder.in(data, Instant.now());
                PassageWriter writer = indexed(set, folder, cache)) {
            Interview interview = new Interview(set, progress);
            List<EvalReport.SearchRow> rows = subject.searches(writer.index()).stream()
                    .map(way -> interview.search(way.name(), new DocumentRanking(way.search(), asOf)))
                    .map(EvalReport.SearchRow::untimed)
                    .toList();
            return EvalReport.of(set, rows, List.of());
        }
    }

    /** What a reader would say to each question if it had to say something: what the calibration is fitted on. */
    public List<Judged> judged(QuestionSet set, CandidateReader reader) throws InterruptedException {
        try (EmbeddingCache cache = EmbeddingCache.ofPassagesAndQueries(data, embedder);
                ScratchFolder folder = ScratchFolder.in(data, Instant.now());
                PassageWriter writer = indexed(set, folder, cache)) {
            EvidenceFinder finder = subject.finder(writer.index());
            List<Judged> judged = new ArrayList<>();
            for (LabelledQuestion question : set.questions()) {
                judged.add(judged(question, finder.find(question.asked(asOf)), reader));
                progress.report(
                        "reading " + set.name(), judged.size(), set.questions().size());
            }
            return List.copyOf(judged);
        }
    }

    /** The same for the questions whose gold passage is a single one, read alone. */
    public List<Judged> judgedAlone(QuestionSet set, CandidateReader reader) {
        try (EmbeddingCache cache = EmbeddingCache.ofPassages(data, embedder)) {
            GoldEvidence gold = new GoldEvidence(set, splitter, cache);
            List<Judged> judged = new ArrayList<>();
            int read = 0;
            for (LabelledQuestion question : set.questions()) {
                if (gold.fits(question)) {
                    Evidence evidence = gold.of(question, question.asked(asOf));
                    if (evidence.hits().size() == 1) {
                        judged.add(judged(question, evidence, reader));
                    }
                }
                progress.report(
                        "reading gold of " + set.name(), ++read, set.questions().size());
            }
            return List.copyOf(judged);
        }
    }

    private static Judged judged(LabelledQuestion question, Evidence evidence, CandidateReader reader) {
        return new Judged(question, evidence.hits().size(), reader.candidates(evidence));
    }

    /** Searches for nothing, and answers from the documents that the set names. */
    public EvalReport oracle(QuestionSet set) {
        try (EmbeddingCache cache = EmbeddingCache.ofPassages(data, embedder)) {
            GoldEvidence gold = new GoldEvidence(set, splitter, cache);
            IndexState none = new IndexState(0, set.documents().size(), 0);
            Answering answering =
                    question -> ending(subject.assistant(asked -> gold.of(question, asked), () -> none), question);
            return EvalReport.of(set, List.of(), new Interview(set, progress).answer(answering));
        }
    }

    private PassageWriter indexed(QuestionSet set, ScratchFolder folder, TextEmbedder cache)
            throws InterruptedException {
        PassageWriter writer = PassageWriter.open(folder.path(), cache);
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
            new Ingestor(new CorpusSource(set), splitter, writer).update(progress);
            new VectorPass(writer, cache, workers).run(progress);
            return writer;
        } catch (RuntimeException | InterruptedException e) {
            writer.close();
            throw e;
        }
    }

    private AnswerEvent.Ending ending(Assistant assistant, LabelledQuestion question) {
        AtomicReference<AnswerEvent.Ending> ending = new AtomicReference<>(
                new AnswerEvent.Failed(question.id(), "The question was left without an ending."));
        assistant.ask(question.asked(asOf), event -> {
            if (event instanceof AnswerEvent.Ending last) {
                ending.set(last);
            }
        });
        return ending.get();
    }
}
