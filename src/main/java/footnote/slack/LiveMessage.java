package footnote.slack;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one message that answers one question, from the first sign to the checked answer: a status, then a stream where the
 * workspace has them, else a message that is updated. One thread's use.
 */
final class LiveMessage {
    private static final Logger LOG = LoggerFactory.getLogger(LiveMessage.class);
    private static final String READING = "is reading the passages…";
    private static final String FIRST_WORDS = "Reading the passages…";

    private final Workspace workspace;
    private final Asked asked;
    private final PostedMessages messages;
    private final StringBuilder said = new StringBuilder();
    private @Nullable String message; // its time stamp; null until it is posted
    private boolean uncertain;
    private boolean streams;
    private int shown;
    private long lastShown;

    /**
     * @param message the message to write into; null for a new one
     * @param resumed whether another process began it, and may have done more than it could write down
     */
    LiveMessage(Workspace workspace, Asked asked, @Nullable String message, boolean resumed) {
        this.workspace = workspace;
        this.asked = asked;
        this.messages = new PostedMessages(workspace, asked);
        this.message = message;
        this.uncertain = resumed;
    }

    /** Gives the first sign that the question was heard. */
    void begin() {
        if (uncertain) {
            settle();
        }
        if (message != null) {
            messages.update(message, SlackReply.saying(FIRST_WORDS));
        } else if (!messages.setStatus(READING)) {
            post(SlackReply.saying(FIRST_WORDS));
        }
    }

    /** Finds the message that there may be, and makes it one that can be replaced. */
    private void settle() {
        if (message == null) {
            messages.thereOrUnfinished().ifPresent(this::isNow);
        }
        if (message != null) {
            messages.stopStream(message);
        }
        uncertain = false;
    }

    /** Takes the next piece of the answer, and shows what there is if it is time. */
    void piece(String text) {
        if (said.isEmpty()) {
            lastShown = System.nanoTime(); // what comes all at once is complete before it would be shown
        }
        said.append(text);
        if (Duration.ofNanos(System.nanoTime() - lastShown)
                        .compareTo(workspace.pace().show())
                >= 0) {
            lastShown = System.nanoTime();
            try {
                show();
            } catch (SlackFault fault) {
                LOG.debug("a piece of an answer could not be shown; the whole follows", fault);
            }
        }
    }

    private void show() {
        if (message == null) {
            showFirst();
        } else if (streams) {
            append(message);
        } else {
            messages.updateForNow(message, SlackReply.saying(SlackMarkup.escaped(saidSoFar())));
        }
    }

    private void showFirst() {
        if (uncertain) {
            return;
        }
        if (!messages.mayStream()) {
            post(SlackReply.saying(SlackMarkup.escaped(saidSoFar())));
            return;
        }
        String text = said.toString();
        try {
            isNow(messages.startStream(text));
            streams = true;
            shown = text.length();
        } catch (SlackFault fault) {
            LOG.debug("no stream could be started; the answer follows in one message", fault);
            uncertain = fault.isUncertain();
        }
    }

    private void append(String stream) {
        String text = said.substring(shown);
        if (text.isBlank()) {
            return;
        }
        messages.appendTo(stream, text);
        shown += text.length();
    }

    /** No more than a message takes; the checked answer replaces it anyway. */
    private String saidSoFar() {
        return said.substring(0, Math.min(said.length(), ReplyWriter.LONGEST / 8))
                        .stripTrailing() + " …";
    }

    /** Puts the checked answer in place of everything that was shown. */
    void end(SlackReply reply) {
        stop();
        if (message == null) {
            post(reply);
            return;
        }
        try {
            messages.update(message, reply);
        } catch (SlackFault fault) {
            if (!fault.is("message_not_found", "cant_update_message", "edit_window_closed")) {
                throw fault;
            }
            post(reply);
        }
    }

    private void stop() {
        if (uncertain) {
            settle();
        } else if (streams && message != null) {
            messages.stopStream(message);
        }
        streams = false;
    }

    /** Stops, because the question is gone or another revision of it is answered. */
    void withdraw(boolean forever) {
        stop();
        if (message == null) {
            messages.setStatus("");
        } else if (forever) {
            messages.delete(message);
        }
    }

    @Nullable
    String message() {
        return message;
    }

    private void post(SlackReply reply) {
        isNow(messages.post(reply));
    }

    private void isNow(String posted) {
        message = posted;
        workspace.seen().posted(asked, posted);
    }
}
