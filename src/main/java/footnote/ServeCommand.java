package footnote;

import ch.qos.logback.classic.Level;
import footnote.answer.Assistant;
import footnote.ingest.IngestReport;
import footnote.ingest.Progress;
import footnote.web.Access;
import footnote.web.ApiKeys;
import footnote.web.WebServer;
import footnote.web.WebSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves the chat page and the API until the process is told to stop. */
@Command(
        name = "serve",
        description = "Bring the index up to date, then serve the chat page and the API (the default).")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @ParentCommand
    private Footnote footnote = new Footnote();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return serve(footnote.options, spec.commandLine().getOut());
    }

    static int serve(Options options, PrintWriter out) throws InterruptedException {
        logEveryQuestion();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, closed), "stop"));
        Progress progress = Terminal.progress();
        try (Wiring wiring = Wiring.open(options)) {
            report(wiring.update(progress));
            Thread vectors = Thread.ofPlatform().name("vectors").start(() -> embed(wiring, progress));
            WebSettings settings = WebSettings.usual(options.data)
                    .withAddress(options.host, options.port)
                    .withToday(options::today)
                    .withAccess(access(options));
            Assistant assistant = wiring.assistant();
            try (SlackDoor slack = SlackDoor.open(options, assistant, wiring.index(), settings.feedback());
                    WebServer server =
                            WebServer.start(slack.onto(settings), assistant, wiring.index(), wiring::isReady)) {
                wiring.observe(server.modelUse());
                out.println("Footnote is listening on " + server.address());
                // Not before: the models would take the processor from the server, which can say meanwhile that it
                // starts.
                wiring.awaitModels();
                stopped.await();
            } finally {
                vectors.interrupt();
                vectors.join();
            }
        } finally {
            closed.countDown();
        }
        return 0;
    }

    private static Access access(Options options) {
        List<String> keys = Stream.of(
                        System.getenv().getOrDefault("FOOTNOTE_API_KEYS", "").split(",", -1))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
        return new Access(ApiKeys.of(keys), List.of(), options.publicUrl);
    }

    /** A server says what it does; the other commands only what went wrong. */
    private static void logEveryQuestion() {
        if (LoggerFactory.getLogger("footnote") instanceof ch.qos.logback.classic.Logger logger) {
            logger.setLevel(Level.INFO);
        }
    }

    private static void report(IngestReport report) {
        report.skipped().forEach(skipped -> LOG.warn("skipped {}: {}", skipped.name(), skipped.reason()));
    }

    private static void embed(Wiring wiring, Progress progress) {
        try {
            wiring.embed(progress);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("vectors could not be added; search goes on by keyword where they are missing", e);
        }
    }

    /** The process ends only when the server has closed, so that answers in flight are finished. */
    private static void stop(CountDownLatch stopped, CountDownLatch closed) {
        stopped.countDown();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
