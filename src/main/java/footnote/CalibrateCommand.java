package footnote;

import footnote.answer.Calibration;
import footnote.answer.CandidateReader;
import footnote.answer.SpanReader;
import footnote.eval.CalibrationFit;
import footnote.eval.EvalRun;
import footnote.eval.Judged;
import footnote.eval.LabelledQuestion;
import footnote.eval.QuestionSet;
import footnote.ingest.PassageSplitter;
import footnote.model.OnnxSpanReader;
import footnote.model.OnnxTextEmbedder;
import footnote.search.TextEmbedder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Fits how sure the embedded answerer may be, and from when on it answers. */
@Command(name = "calibrate", description = "Fit the embedded answerer's confidence and threshold on question sets.")
final class CalibrateCommand implements Callable<Integer> {
    /** A gold passage alone is read this many times as fast as what a search finds. */
    private static final int AS_FAST = 8;

    @ParentCommand
    private Footnote footnote = new Footnote();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "question sets; each counts the same")
    private List<Path> folders = List.of();

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "300",
            description =
                    "take at most N questions of each set, evenly spread, and eight times as many with their gold passage alone (default: ${DEFAULT-VALUE})")
    private int most = 300;

    @Option(names = "--out", paramLabel = "FILE", description = "write the parameters there instead of printing them")
    private @Nullable Path out; // null to print

    @Override
    public Integer call() throws InterruptedException {
        Map<String, List<Judged>> sets = new LinkedHashMap<>();
        Map<String, List<Judged>> alone = new LinkedHashMap<>();
        try (TextEmbedder embedder = OnnxTextEmbedder.open();
                SpanReader reader = OnnxSpanReader.open()) {
            EvalRun run = new EvalRun(
                    footnote.options.data.resolve("eval"),
                    embedder,
                    PassageSplitter.usual(),
                    new ProductSubject(reader, embedder),
                    footnote.options.today(),
                    Terminal.progress());
            CandidateReader candidates = new CandidateReader(reader, Calibration.shipped());
            for (Path folder : folders) {
                QuestionSet set = QuestionSet.read(folder);
                sets.put(set.name(), run.judged(thinned(set, most), candidates));
                alone.put(set.name(), run.judgedAlone(thinned(set, AS_FAST * most), candidates));
            }
        }
        write(new CalibrationFit(sets, alone).file());
        return 0;
    }

    private static QuestionSet thinned(QuestionSet set, int most) {
        int all = set.questions().size();
        int few = Math.min(all, most);
        List<LabelledQuestion> kept = IntStream.range(0, few)
                .mapToObj(at -> set.questions().get((int) ((long) at * all / few)))
                .toList();
        return new QuestionSet(set.name(), set.documents(), kept);
    }

    private void write(String file) {
        if (out == null) {
            PrintWriter printed = spec.commandLine().getOut();
            printed.print(file);
            printed.flush();
            return;
        }
        try {
            Files.writeString(out, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the parameters can't be written to " + out, e);
        }
    }
}
