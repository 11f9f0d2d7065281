package footnote;

import footnote.answer.check.SupportCheck;
import footnote.domain.InvalidValue;
import footnote.eval.EvalReport;
import footnote.eval.EvalRun;
import footnote.eval.QuestionSet;
import footnote.eval.ReaderAlone;
import footnote.eval.SupportRun;
import footnote.ingest.PassageSplitter;
import footnote.model.OnnxSpanReader;
import footnote.model.OnnxTextEmbedder;
import footnote.search.TextEmbedder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Scores a question set against its corpus. */
@Command(name = "eval", description = "Score a question set against its corpus.")
final class EvalCommand implements Callable<Integer> {
    @ParentCommand
    private Footnote footnote = new Footnote();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", description = "holds corpus.jsonl(.gz), questions.jsonl and perhaps qrels.tsv")
    private Path folder = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there too")
    private @Nullable Path json; // null for no file

    @Option(names = "--oracle", description = "give the gold passages instead of searching")
    private boolean oracle;

    @Option(
            names = "--reader-alone",
            description = "let the span reader answer by its own threshold, to compare the embedded answerer with")
    private boolean readerAlone;

    @Option(names = "--ablate", description = "compare the legs of the search with their fusion, side by side")
    private boolean ablate;

    @Option(names = "--questions", paramLabel = "N", description = "take the first N questions only")
    private int questions = Integer.MAX_VALUE;

    @Option(
            names = "--support",
            paramLabel = "PAIRS",
            description = "measure the check of written sentences instead, on so many pairs of a right and a subtly"
                    + " wrong sentence that are made from the set")
    private @Nullable Integer support; // null to score answers

    @Override
    public Integer call() throws InterruptedException {
        if (support != null) {
            return measureSupport(support);
        }
        if (oracle && ablate) {
            throw new InvalidValue("ablate", "compares ways of searching, so it can't go with --oracle");
        }
        QuestionSet set = QuestionSet.read(folder).first(questions);
        try (TextEmbedder embedder = OnnxTextEmbedder.open();
                OnnxSpanReader reader = OnnxSpanReader.open()) {
            EvalReport report = report(run(embedder, reader), set);
            spec.commandLine().getOut().println(report.table());
            if (json != null) {
                report.writeJson(json);
            }
        }
        return 0;
    }

    private int measureSupport(int pairs) {
        if (pairs < 1) {
            throw new InvalidValue("support", "must be 1 or more pairs, got " + pairs);
        }
        try (TextEmbedder embedder = OnnxTextEmbedder.open()) {
            SupportRun run = new SupportRun(SupportCheck.byMeaning(embedder));
            spec.commandLine().getOut().println(run.measure(folder, pairs).table());
        }
        return 0;
    }

    private EvalRun run(TextEmbedder embedder, OnnxSpanReader reader) {
        Options options = footnote.options;
        return new EvalRun(
                options.data.resolve("eval"),
                embedder,
                PassageSplitter.usual(),
                readerAlone
                        ? new ProductSubject(reader, new ReaderAlone(reader, reader.leastOdds()))
                        : new ProductSubject(reader, embedder),
                options.today(),
                Terminal.progress());
    }

    private EvalReport report(EvalRun run, QuestionSet set) throws InterruptedException {
        if (ablate) {
            return run.ablation(set);
        }
        return oracle ? run.oracle(set) : run.product(set);
    }
}
