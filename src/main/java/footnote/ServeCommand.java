package footnote;

import ch.qos.logback.classic.Level;
import footnote.answer.Assistant;
import footnote.web.WebServer;
import footnote.web.WebSettings;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
    @ParentCommand
    private Footnote footnote = new Footnote();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        return serve(footnote, spec.commandLine().getOut());
    }

    static int serve(Footnote footnote, PrintWriter out) throws InterruptedException {
        Options options = footnote.options;
        WebSettings settings = footnote.serveOptions.settings(System.getenv()).withToday(options::today);
        logEveryQuestion();
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, closed), "stop"));
        try (Wiring wiring = Wiring.open(options);
                Upkeep upkeep = new Upkeep(wiring, Terminal.progress())) {
            Assistant assistant = wiring.assistant();
            try (SlackDoor slack = SlackDoor.open(
                            options, footnote.serveOptions.slackApi(), settings, assistant, wiring.index());
                    WebServer server =
                            WebServer.start(slack.onto(settings), assistant, wiring.index(), wiring::isReady)) {
                wiring.observe(server.modelUse());
                out.println("Footnote is listening on " + server.address());
                // Not before: the models would take the processor from the server, which can say meanwhile that it
                // starts.
                wiring.awaitModels();
                upkeep.follow();
                stopped.await();
            }
        } finally {
            closed.countDown();
        }
        return 0;
    }

    /** A server says what it does; the other commands only what went wrong. */
    private static void logEveryQuestion() {
        if (LoggerFactory.getLogger("footnote") instanceof ch.qos.logback.classic.Logger logger) {
            logger.setLevel(Level.INFO);
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
