package footnote.web;

import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** How the server underneath listens: its threads, time-outs, connections and what it says of malformed HTTP. */
final class Listening {
    private static final int WAITING_TO_CONNECT = 1_024;

    private final WebSettings settings;
    private final Heartbeat sweep;
    private final SecurityHeaders guards;

    Listening(WebSettings settings, Heartbeat sweep) {
        this.settings = settings;
        this.sweep = sweep;
        this.guards = new SecurityHeaders(settings.access());
    }

    void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.router.javaLangErrorHandler((reply, error) -> {
            byte[] problem = Json.bytes(ErrorMapping.broken(error));
            reply.setContentType(Problem.MEDIA_TYPE);
            try {
                reply.getOutputStream().write(problem);
            } catch (java.io.IOException e) {
                error.addSuppressed(e);
            }
        });
        configure(config.jetty);
    }

    private void configure(JettyConfig jetty) {
        jetty.timeoutStatus = 408;
        jetty.modifyServer(this::configure);
        jetty.modifyServletContextHandler(context -> {
            context.setErrorHandler(new JettyFaults(guards));
            FilterHolder unread = new FilterHolder(new UnreadBody(settings.limits()));
            unread.setAsyncSupported(true);
            context.addFilter(unread, "/*", EnumSet.of(DispatcherType.REQUEST));
        });
        jetty.modifyHttpConfiguration(this::configure);
        jetty.addConnector((server, http) -> connector(server, http));
    }

    private void configure(Server server) {
        server.setErrorHandler(new JettyFaults(guards));
        server.setStopTimeout(settings.limits().stop().toMillis());
        server.insertHandler(new GracefulHandler());
    }

    private void configure(HttpConfiguration http) {
        http.addCustomizer((request, headers) -> {
            guards.putInto(headers, String.valueOf(request.getHttpURI().getPath()));
            return request;
        });
    }

    /**
     * The selector accepts, no thread of its own: such a thread is interrupted to stop, and a connection that arrives at that
     * moment would neither be answered nor closed.
     */
    private ServerConnector connector(Server server, HttpConfiguration http) {
        int acceptors = 0;
        int selectors = 1;
        ServerConnector connector = new ServerConnector(server, acceptors, selectors, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        // Java's default of 50 resets connections of clients that all come at once.
        connector.setAcceptQueueSize(WAITING_TO_CONNECT);
        connector.setIdleTimeout(settings.limits().idle().toMillis());
        connector.addBean(new SlowHeads(settings.limits(), sweep));
        connector.addBean(new NetworkConnectionLimit(settings.limits().connections(), connector));
        return connector;
    }
}
