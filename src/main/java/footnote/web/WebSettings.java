package footnote.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the server is reached and what it allows.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 picks a free one
 * @param page the folder of the page's files; where it holds no {@code index.html}, the files in the jar are served
 * @param feedback where feedback is kept
 * @param slack takes what Slack sends; null if there is no bot
 * @param today the day that a question counts "now" from when it does not say
 */
public record WebSettings(
        String host,
        int port,
        Path page,
        FeedbackFile feedback,
        @Nullable Webhook slack,
        Supplier<LocalDate> today,
        Access access,
        Limits limits) {
    /** @param feedback the file that feedback is added to */
    public static WebSettings usual(Path feedback) {
        return new WebSettings(
                "127.0.0.1",
                8080,
                Path.of("web"),
                new FeedbackFile(feedback),
                null,
                LocalDate::now,
                Access.usual(),
                Limits.usual());
    }

    public WebSettings withAddress(String otherHost, int otherPort) {
        return new WebSettings(otherHost, otherPort, page, feedback, slack, today, access, limits);
    }

    public WebSettings withPage(Path other) {
        return new WebSettings(host, port, other, feedback, slack, today, access, limits);
    }

    public WebSettings withToday(Supplier<LocalDate> other) {
        return new WebSettings(host, port, page, feedback, slack, other, access, limits);
    }

    public WebSettings withAccess(Access other) {
        return new WebSettings(host, port, page, feedback, slack, today, other, limits);
    }

    public WebSettings withLimits(Limits other) {
        return new WebSettings(host, port, page, feedback, slack, today, access, other);
    }

    public WebSettings withSlack(Webhook other) {
        return new WebSettings(host, port, page, feedback, other, today, access, limits);
    }

    boolean hasPageFolder() {
        return Files.isRegularFile(page.resolve("index.html"));
    }

    /** Whether only programs on this machine can reach it. */
    boolean isLocal() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
