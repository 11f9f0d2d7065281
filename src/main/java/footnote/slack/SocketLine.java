package footnote.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Socket Mode: events come by a web socket that this side opens, and opens again whenever it breaks. */
final class SocketLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);
    private static final int CONCURRENCY = 8;

    /** Slack's words for a token that will not do tomorrow either. */
    private static final Pattern LASTING = Pattern.compile(
            "invalid_auth|not_authed|account_inactive|token_revoked|token_expired|not_allowed_token_type");

    private final SocketModeApp line;
    private final Pace pace;
    private final Thread opening;
    private volatile boolean closed;

    private SocketLine(SocketModeApp line, Pace pace) {
        this.line = line;
        this.pace = pace;
        this.opening = Thread.ofVirtual().name("slack-socket").unstarted(this::open);
    }

    /** Opens the line in the background, for as long as it takes Slack to be there. */
    static SocketLine open(App app, String appToken, Pace pace) {
        SocketLine socket = new SocketLine(line(app, appToken), pace);
        socket.opening.start();
        return socket;
    }

    private static SocketModeApp line(App app, String appToken) {
        try {
            return new SocketModeApp(appToken, app, SocketModeClient.Backend.JavaWebSocket, CONCURRENCY);
        } catch (IOException e) {
            throw new UncheckedIOException("making a line opens none", e);
        }
    }

    private void open() {
        Duration pause = pace.firstRetry();
        while (!closed && !isOpen()) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = pause.compareTo(pace.longestRetry()) < 0 ? pause.multipliedBy(2) : pace.longestRetry();
        }
    }

    /** Whether the line is open now, or never will be. */
    private boolean isOpen() {
        try {
            line.startAsync();
            return true;
        } catch (IllegalStateException refused) {
            LOG.error("Slack refuses Socket Mode: {}", refused.getMessage());
            return LASTING.matcher(String.valueOf(refused.getMessage())).find();
        } catch (Exception fault) {
            LOG.warn("Slack's socket can't be reached yet");
            LOG.debug("because of", fault);
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        opening.interrupt();
        try {
            line.close();
        } catch (Exception e) {
            LOG.debug("the socket was not closed in good order", e);
        }
    }
}
