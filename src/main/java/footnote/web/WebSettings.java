package footnote.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * How the server is reached and what it allows.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 picks a free one
 * @param page the folder of the page's files; where it holds no {@code index.html}, the files in the jar are served
 * @param today the day that a question counts "now" from when it does not say
 */
public record WebSettings(String host, int port, Path page, Supplier<LocalDate> today) {
    public static WebSettings usual() {
        return new WebSettings("127.0.0.1", 8080, Path.of("web"), LocalDate::now);
    }

    public WebSettings withPort(int other) {
        return new WebSettings(host, other, page, today);
    }

    boolean hasPageFolder() {
        return Files.isRegularFile(page.resolve("index.html"));
    }
}
