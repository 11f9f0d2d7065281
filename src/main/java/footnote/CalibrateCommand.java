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
            description = "take at most N questions of each set, evenly spread (default: ${DEFAULT-VALUE})")
    private int most = 300;

    @Option(names = "--out", paramLabel = "FILE", description = "write the parameters there instead of printing them")
    private @Nullable Path out; // null to print

    @Override
    public Integer call() throws InterruptedException {
        Map<String, List<Judged>> sets = new LinkedHashMap<>();
        try (TextEmbedder embedder = OnnxTextEmbedder.open();
                SpanReader reader = OnnxSpanReader.open()) {
            EvalRun run = new EvalRun(
                    footnote.options.data.resolve("eval"),
                    embedder,
                    PassageSplitter.usual(),
                    new ProductSubject(reader),
                    footnote.options.today(),
                    Terminal.progress());
            for (Path folder : folders) {
                QuestionSet set = thinned(QuestionSet.read(folder));
                sets.put(set.name(), run.judged(set, new CandidateReader(reader, Calibration.shipped())));
            }
        }
        write(new CalibrationFit(sets).file());
        return 0;
    }

    private QuestionSet thinned(QuestionSet set) {
        int all = set.questions().size();
        List<LabelledQuestion> kept = IntStream.range(0, Math.min(all, most))
                .mapToObj(at -> set.questions().get((int) ((long) at * all / Math.min(all, most))))
                .toList();
        return new QuestionSet(set.name(), set.documents(), kept);
    }

    private void write(String file) {
        if (out == null) {
            spec.commandLine().getOut().print(file);
            return;
        }
        try {
            Files.writeString(out, file);
        } catch (IOException e) {
            throw new UncheckedIOException("the parameters can't be written to " + out, e);
        }
    }
}
