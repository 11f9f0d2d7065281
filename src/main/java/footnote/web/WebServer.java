package footnote.web;

import footnote.answer.Assistant;
import footnote.domain.InvalidValue;
import footnote.search.PassageIndex;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * The front door for browsers and scripts: the page, the API and the health checks on one port. Each request has a virtual
 * thread of its own.
 */
public final class WebServer implements AutoCloseable {
    private static final long STOP_MILLIS = 10_000;

    private final WebSettings settings;
    private final Javalin javalin;

    private WebServer(WebSettings settings, Javalin javalin) {
        this.settings = settings;
        this.javalin = javalin;
    }

    /**
     * Starts to listen; requests are answered when it returns.
     *
     * @param ready whether questions can be answered; while it says no, the API and the readiness check reply 503
     * @throws InvalidValue if the host or the port can't be listened on
     */
    public static WebServer start(
            WebSettings settings, Assistant assistant, PassageIndex index, BooleanSupplier ready) {
        Page page = new Page(settings);
        Routes routes = new Routes(
                new AskRoute(assistant, settings.today()),
                new SearchRoute(index, settings.today()),
                new DocumentRoute(index),
                new HealthRoute(index, ready),
                page);
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings);
            page.serveFiles(config.staticFiles);
            routes.register(config.routes);
            ErrorMapping.register(config.routes);
        });
        return new WebServer(settings, started(javalin, settings));
    }

    private static void configure(JavalinConfig config, WebSettings settings) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.router.javaLangErrorHandler((reply, error) -> ErrorMapping.broken(error));
        configure(config.jetty, settings);
    }

    private static void configure(JettyConfig jetty, WebSettings settings) {
        jetty.host = settings.host();
        jetty.port = settings.port();
        jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyFaults());
            server.setStopTimeout(STOP_MILLIS);
        });
        jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyFaults()));
        jetty.modifyHttpConfiguration(WebServer::configure);
    }

    private static void configure(HttpConfiguration http) {
        http.addCustomizer((request, headers) -> {
            SecurityHeaders.putInto(headers);
            return request;
        });
    }

    private static Javalin started(Javalin javalin, WebSettings settings) {
        try {
            return javalin.start();
        } catch (JavalinBindException e) {
            throw new InvalidValue("port", "must be free, but " + settings.port() + " is taken or not allowed");
        }
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

    /** Stops listening, lets answers in flight finish for some seconds, and stops. */
    @Override
    public void close() {
        javalin.stop();
    }
}
