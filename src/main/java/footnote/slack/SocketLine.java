package footnote.slack;

import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Socket Mode: events come by a web socket that this side opens, and opens again whenever it breaks. */
final class SocketLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
    private static final int CONCURRENCY = 8;

    private final App app;
    private final Slack slack;
    private final String appToken;
    private final Pace pace;
    private final Thread opening;
    private volatile boolean closed;
    private volatile @Nullable SocketModeApp line; // null until it is open

    private SocketLine(App app, Slack slack, String appToken, Pace pace) {
        this.app = app;
        this.slack = slack;
        this.appToken = appToken;
        this.pace = pace;
        this.opening = Thread.ofVirtual().name("slack-socket").unstarted(this::open);
    }

    /** Opens the line in the background, for as long as it takes Slack to be there. */
    static SocketLine open(App app, Slack slack, String appToken, Pace pace) {
        SocketLine line = new SocketLine(app, slack, appToken, pace);
        line.opening.start();
        return line;
    }

    private void open() {
        Duration pause = pace.firstRetry();
        while (!closed) {
            try {
                connect();
                return;
            } catch (IllegalStateException refused) {
                LOG.error("Slack refuses Socket Mode: {}", refused.getMessage());
                return;
            } catch (InterruptedException e) {
                return;
            } catch (Exception fault) {
                LOG.warn("Slack's socket can't be reached; the next try follows in {}", pause, fault);
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = pause.compareTo(pace.longestRetry()) < 0 ? pause.multipliedBy(2) : pace.longestRetry();
        }
    }

    /** Asks for the address first, since Bolt hides why it has none. */
    private void connect() throws Exception {
        SocketModeApp socket = new SocketModeApp(appToken, app, SocketModeClient.Backend.JavaWebSocket, CONCURRENCY);
        slack.issueSocketModeUrl(appToken);
        socket.startAsync();
        line = socket;
        if (closed) {
            socket.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        opening.interrupt();
        SocketModeApp open = line;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.debug("the socket was not closed in good order", e);
            }
        }
    }
}
