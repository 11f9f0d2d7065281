package footnote.slack;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Who the bot is in its workspace, asked of Slack when first needed. Threads may share it. */
final class BotIdentity {
    private final SlackCalls calls;
    private final Lock asking = new ReentrantLock();
    private volatile @Nullable String user; // null until Slack or an event has said it

    BotIdentity(SlackCalls calls) {
        this.calls = calls;
    }

    /** The bot's user id. Blocks until Slack has said it once. */
    String user() {
        String known = user;
        return known == null ? asked() : known;
    }

    private String asked() {
        asking.lock();
        try {
            String known = user;
            if (known == null) {
                known = calls.patient(client -> client.authTest(request -> request))
                        .getUserId();
                user = known;
            }
            return known;
        } finally {
            asking.unlock();
        }
    }

    /** The bot's user id if it is known without asking; empty otherwise. */
    String userIfKnown() {
        String known = user;
        return known == null ? "" : known;
    }

    /** What an event says of its receiver. */
    void heard(String id) {
        user = id;
    }
}
