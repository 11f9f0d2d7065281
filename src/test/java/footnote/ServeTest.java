package footnote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.Patience;
import footnote.testing.RunningServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code serve} from its first line to its end, with the real models. */
class ServeTest {
    private static final String LISTENING = "Footnote is listening on ";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger code = new AtomicInteger(-1);
    private final HttpClient client = HttpClient.newHttpClient();
    private Path passages;
    private Thread serving;

    @BeforeEach
    void serve() throws IOException {
        passages = Files.createDirectories(folder.resolve("passages"));
        Files.writeString(passages.resolve("bridge.txt"), "The old bridge over the Tarn was closed on Monday.");
        serving = Thread.ofPlatform().start(() -> code.set(run("serve", "--port", "0")));
        assertThat(Patience.until(() ->
                        out.toString().contains(LISTENING) && out.toString().endsWith(System.lineSeparator())))
                .as(err.toString())
                .isTrue();
    }

    @AfterEach
    void stop() throws InterruptedException {
        serving.interrupt();
        serving.join();
        client.close();
    }

    private int run(String... arguments) {
        return Footnote.run(
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--passages=" + passages, "--data=" + folder.resolve("data")))
                        .toArray(String[]::new),
                Map.of(),
                folder,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    @Test
    void findsWhatIsAddedChangedOrRemovedWhileItServes() throws Exception {
        assertThat(Patience.until(() -> sources("bridge over the Tarn").contains("closed on Monday")))
                .isTrue();

        Files.writeString(passages.resolve("ferry.html"), "<h1>Ferry</h1><p>The ferry leaves at noon.");
        assertThat(Patience.until(() -> sources("When does the ferry leave?").contains("noon")))
                .isTrue();

        Files.writeString(passages.resolve("ferry.html"), "<h1>Ferry</h1><p>The ferry leaves at midnight.");
        assertThat(Patience.until(() -> sources("When does the ferry leave?").contains("midnight")))
                .isTrue();

        Files.delete(passages.resolve("ferry.html"));
        assertThat(Patience.until(() -> !sources("When does the ferry leave?").contains("ferry")))
                .isTrue();
    }

    private String sources(String question) {
        try {
            URI asked = URI.create(out.toString().strip().substring(LISTENING.length()) + "/api/search?q="
                    + question.replace(" ", "%20"));
            JsonNode found = RunningServer.json(
                    client.send(HttpRequest.newBuilder(asked).build(), HttpResponse.BodyHandlers.ofString())
                            .body());
            return found.path("sources").findValuesAsText("text").toString();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
