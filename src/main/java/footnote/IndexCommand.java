package footnote;

import footnote.ingest.IngestReport;
import footnote.ingest.Progress;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings the index up to date, vectors included, and reports what changed. */
@Command(name = "index", description = "Bring the index up to date and report what changed.")
final class IndexCommand implements Callable<Integer> {
    @ParentCommand
    private Footnote footnote = new Footnote();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        Progress progress = Terminal.progress();
        PrintWriter out = spec.commandLine().getOut();
        try (Wiring wiring = Wiring.open(footnote.options)) {
            wiring.loadModels();
            IngestReport report = wiring.update(progress);
            wiring.embed(progress);
            out.printf(
                    "%d added, %d changed, %d removed, %d unchanged, %d skipped%n",
                    report.added(),
                    report.changed(),
                    report.removed(),
                    report.unchanged(),
                    report.skipped().size());
            report.skipped().forEach(skipped -> out.println("skipped " + skipped.name() + ": " + skipped.reason()));
            return 0;
        }
    }
}
