package footnote.web;

import footnote.answer.Assistant;
import footnote.answer.generate.ModelUse;
import footnote.domain.InvalidValue;
import footnote.search.PassageIndex;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door for browsers and scripts: the page, the API and the health checks on one port. Each request has a virtual
 * thread of its own.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final WebSettings settings;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Heartbeat heartbeat;
    private final Heartbeat sweep = new Heartbeat(SWEEP);
    private final Meters meters;
    private final Javalin javalin;

    private WebServer(WebSettings settings, Assistant assistant, PassageIndex index, BooleanSupplier ready) {
        this.settings = settings;
        this.heartbeat = new Heartbeat(settings.limits().heartbeat());
        this.meters = new Meters(index, settings.limits());
        Page page = new Page(settings);
        Routes routes = routes(assistant, index, () -> ready.getAsBoolean() && !stopping.get(), page);
        Listening listening = new Listening(settings, sweep);
        this.javalin = Javalin.create(config -> {
            listening.configure(config);
            page.serveFiles(config.staticFiles);
            routes.register(config.routes);
            ErrorMapping.register(config.routes);
        });
    }

    private Routes routes(Assistant assistant, PassageIndex index, BooleanSupplier ready, Page page) {
        assistant.observe(meters);
        QuestionDesk desk = new QuestionDesk(assistant, settings.limits().questionsInFlight());
        return new Routes(
                new CrossSite(settings),
                new ClientGuard(settings.access(), settings.limits()),
                meters,
                new HealthRoute(index, ready),
                new AskRoute(desk, settings.today(), heartbeat),
                new SearchRoute(index, settings.today()),
                new DocumentRoute(index),
                new FeedbackRoute(settings.feedback()),
                new WebhookRoute(settings.slack()),
                new ChatRoute(desk, settings, heartbeat),
                new McpRoute(desk, index, settings.today()),
                DescriptionRoute.open(),
                page);
    }

    /**
     * Starts to listen; requests are answered when it returns.
     *
     * @param ready whether questions can be answered; while it says no, the API and the readiness check reply 503
     * @throws InvalidValue if the host or the port can't be listened on
     */
    public static WebServer start(
            WebSettings settings, Assistant assistant, PassageIndex index, BooleanSupplier ready) {
        WebServer server = new WebServer(settings, assistant, index, ready);
        server.listen();
        if (!settings.isLocal() && settings.access().keys().isEmpty()) {
            LOG.warn("everybody who can reach {} may ask: no API keys are set", settings.host());
        }
        return server;
    }

    private void listen() {
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            close();
            throw new InvalidValue("port", "must be free, but " + settings.port() + " is taken or not allowed");
        }
    }

    /** Counts what a language model takes, for {@code GET /metrics}. */
    public ModelUse.Observer modelUse() {
        return meters::used;
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Where a browser on this machine finds it. */
    public URI address() {
        String host = settings.host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
    }

    /** Every method and address that it answers, for instance {@code POST /api/ask}; HEAD goes with GET. */
    public SortedSet<String> operations() {
        SortedSet<String> operations = new TreeSet<>();
        for (ParsedEndpoint known : javalin.unsafe.internalRouter.allHttpHandlers()) {
            Endpoint endpoint = known.endpoint;
            if (endpoint.method.isHttpMethod() && !endpoint.method.equals(HandlerType.HEAD)) {
                operations.add(endpoint.method.name() + " " + endpoint.path);
            }
        }
        return operations;
    }

    /** Stops listening, lets answers in flight finish for as long as the settings allow, and stops. */
    @Override
    public void close() {
        stopping.set(true);
        try {
            javalin.stop();
        } catch (JavalinException outOfTime) {
            LOG.warn(
                    "answers were cut off: {} were not enough to finish them",
                    settings.limits().stop(),
                    outOfTime);
        }
        heartbeat.close();
        sweep.close();
        meters.close();
    }
}
