package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.FakeProvider;
import footnote.testing.FakeProvider.Behaviour;
import footnote.testing.HeldAnswerer;
import footnote.testing.ModelAnswerer;
import footnote.testing.Patience;
import footnote.testing.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HangUpTest {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String ASK = "{\"question\": \"Who met Putin?\"}";
    private static final String CHAT = "{\"messages\": [{\"role\": \"user\", \"content\": \"Who met Putin?\"}]}";
    private static final String CALL = """
            {"jsonrpc": "2.0", "id": 1, "method": "tools/call",
             "params": {"name": "ask", "arguments": {"question": "Who met Putin?"}}}""";

    @TempDir
    private Path data;

    private final FakeProvider provider = new FakeProvider();

    @AfterEach
    void close() {
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/ask, application/json",
        "/api/ask, text/event-stream",
        "/v1/chat/completions, application/json",
        "/mcp, 'application/json, text/event-stream'"
    })
    void aClientThatHangsUpStopsTheModel(String path, String accepted) throws Exception {
        provider.pieces = Collections.nCopies(20_000, "word ");
        provider.pause = Duration.ofMillis(2);
        try (RunningServer server = server()) {
            try (Socket client = connected(server)) {
                send(client, path, accepted, body(path));
                assertThat(Patience.until(() -> !provider.asked.isEmpty())).isTrue();
            }

            assertThat(provider.left.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(Patience.until(() -> server.get("/metrics").body().contains("footnote_questions_in_flight 0.0")))
                    .isTrue();
            assertThat(server.get("/metrics").body()).doesNotContain("outcome=\"failed\"");
        }
    }

    @Test
    void aClientThatHangsUpBeforeTheModelSaysAWordLeavesNothingBehind() throws Exception {
        provider.behaviour = Behaviour.SILENT;
        try (RunningServer server = server()) {
            try (Socket client = connected(server)) {
                send(client, "/api/ask", "text/event-stream", ASK);
                assertThat(Patience.until(() -> !provider.asked.isEmpty())).isTrue();
            }

            assertThat(Patience.until(() -> server.get("/metrics").body().contains("footnote_questions_in_flight 0.0")))
                    .isTrue();
        }
    }

    /** What comes while a reply is made is watched for an end, and must not be lost by that. */
    @Test
    void aClientThatSendsItsNextRequestsAheadGetsAllReplies() throws Exception {
        HeldAnswerer held = new HeldAnswerer();
        try (RunningServer server = RunningServer.over(Path.of("seeds"), data, held, settings -> settings);
                Socket client = connected(server)) {
            send(client, "/api/ask", "application/json", ASK);
            assertThat(held.wasAsked()).isTrue();
            send(client, "/api/ask", "application/json", ASK);
            send(client, "/v1/chat/completions", "application/json", CHAT);
            held.release();

            BufferedReader replies =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            assertThat(statusOfNext(replies)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(statusOfNext(replies)).isEqualTo("HTTP/1.1 200 OK");
            assertThat(statusOfNext(replies)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    private RunningServer server() {
        return RunningServer.over(
                Path.of("seeds"),
                data,
                ModelAnswerer.on(provider, ModelAnswerer.LIMITS, use -> {}),
                settings -> settings);
    }

    private static String body(String path) {
        return switch (path) {
            case "/mcp" -> CALL;
            case "/v1/chat/completions" -> CHAT;
            default -> ASK;
        };
    }

    private static Socket connected(RunningServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket client, String path, String accepted, String body) throws IOException {
        client.getOutputStream()
                .write("""
                POST %s HTTP/1.1\r
                Host: localhost\r
                Accept: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(path, accepted, body.length(), body).getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads up to the next reply's first line; a body may end without a line break before it. */
    private static String statusOfNext(BufferedReader replies) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf("HTTP/1.1 ") < 0 || read.charAt(read.length() - 1) != '\r') {
            int next = replies.read();
            if (next < 0) {
                throw new IOException("the server hung up");
            }
            read.append((char) next);
        }
        return read.substring(read.indexOf("HTTP/1.1 ")).strip();
    }
}
