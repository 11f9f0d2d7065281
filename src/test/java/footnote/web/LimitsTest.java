package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.domain.InvalidValue;
import footnote.testing.HeldAnswerer;
import footnote.testing.QuotingAnswerer;
import footnote.testing.RunningServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LimitsTest {
    private static final Path SEEDS = Path.of("seeds");
    private static final String QUESTION = "{\"question\": \"When do Biden and Putin talk?\"}";

    @Test
    void tellsAClientThatComesTooOftenWhenToComeAgain(@TempDir Path data) {
        Limits limits = Limits.usual().withRequestsPerMinute(2);
        try (RunningServer server =
                RunningServer.over(SEEDS, data, new QuotingAnswerer(), settings -> settings.withLimits(limits))) {
            assertThat(server.get("/v1/models").statusCode()).isEqualTo(200);
            assertThat(server.get("/api/documents").statusCode()).isEqualTo(200);
            HttpResponse<String> third = server.get("/v1/models");

            BadInputTest.assertProblem(third, 429);
            assertThat(third.headers().firstValueAsLong("Retry-After").orElse(0))
                    .isBetween(1L, 30L);
            assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(server.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsClientsBehindAProxyApart(@TempDir Path data) {
        Access proxied = Access.usual().withPublicUrl(URI.create("https://ask.example"));
        try (RunningServer server =
                RunningServer.over(SEEDS, data, new QuotingAnswerer(), settings -> settings.withAccess(proxied)
                        .withLimits(Limits.usual().withRequestsPerMinute(1)))) {
            assertThat(models(server, "9.9.9.9")).isEqualTo(200);
            assertThat(models(server, "2001:db8::7")).isEqualTo(200);
            assertThat(models(server, "1.2.3.4, 9.9.9.9")).isEqualTo(429);
            assertThat(models(server, "9.9.9.9, 1.2.3.4")).isEqualTo(200);
        }
    }

    @Test
    void believesNoClientWithoutAProxyWhoItIs(@TempDir Path data) {
        Limits limits = Limits.usual().withRequestsPerMinute(1);
        try (RunningServer server =
                RunningServer.over(SEEDS, data, new QuotingAnswerer(), settings -> settings.withLimits(limits))) {
            assertThat(models(server, "9.9.9.9")).isEqualTo(200);
            assertThat(models(server, "8.8.8.8")).isEqualTo(429);
        }
    }

    private static int models(RunningServer server, String forwardedFor) {
        return server.send(server.request("/v1/models")
                        .header("X-Forwarded-For", forwardedFor)
                        .build())
                .statusCode();
    }

    @Test
    void refusesAQuestionWhileTooManyAreAnswered(@TempDir Path data) throws Exception {
        HeldAnswerer held = new HeldAnswerer();
        Limits limits = Limits.usual().withRequestsPerMinute(0).withQuestionsInFlight(1);
        try (RunningServer server = RunningServer.over(SEEDS, data, held, settings -> settings.withLimits(limits))) {
            var first = server.sending(server.posting("/api/ask", QUESTION).build());
            assertThat(held.wasAsked()).isTrue();
            HttpResponse<String> second = server.ask(QUESTION);
            HttpResponse<String> streamed = server.send(server.posting("/api/ask", QUESTION)
                    .header("Accept", "text/event-stream")
                    .build());
            held.release();

            BadInputTest.assertProblem(second, 429);
            assertThat(second.headers().firstValueAsLong("Retry-After")).hasValue(1);
            BadInputTest.assertProblem(streamed, 429);
            assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(server.ask(QUESTION).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void hangsUpOnAClientThatFeedsItsHeadByteByByte(@TempDir Path data) throws IOException {
        Limits limits =
                Limits.usual().withPatience(Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofSeconds(10));
        try (RunningServer server = RunningServer.over(
                        SEEDS, data, new QuotingAnswerer(), settings -> settings.withLimits(limits));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(100);
            socket.getOutputStream()
                    .write("GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ".getBytes(StandardCharsets.UTF_8));

            assertThat(isCutOff(socket)).isTrue();
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesABodyThatComesByteByByte(@TempDir Path data) throws IOException {
        Limits limits =
                Limits.usual().withPatience(Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofSeconds(10));
        try (RunningServer server = RunningServer.over(
                        SEEDS, data, new QuotingAnswerer(), settings -> settings.withLimits(limits));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(100);
            socket.getOutputStream()
                    .write(("POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 1000\r\n\r\n{\"question\": \"")
                            .getBytes(StandardCharsets.UTF_8));

            assertThat(firstReply(socket)).startsWith("HTTP/1.1 408 ");
            assertThat(server.ask(QUESTION).statusCode()).isEqualTo(200);
        }
    }

    /** Adds a byte whenever the server has said nothing for a moment; fewer than the body was to have. */
    private static String firstReply(Socket socket) throws IOException {
        byte[] reply = new byte[64];
        for (int turn = 0; turn < 300; turn++) {
            try {
                int length = socket.getInputStream().read(reply);
                return new String(reply, 0, Math.max(0, length), StandardCharsets.UTF_8);
            } catch (SocketTimeoutException silent) {
                socket.getOutputStream().write('a');
            }
        }
        return "nothing";
    }

    @Test
    void refusesLimitsThatLetNothingThrough() {
        assertThatThrownBy(() -> Limits.usual().withRequestsPerMinute(-1))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("got -1");
        assertThatThrownBy(() -> Limits.usual().withQuestionsInFlight(0))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("got 0");
    }

    /** Adds a byte whenever the server has said nothing for a moment; far fewer than a head may have. */
    private static boolean isCutOff(Socket socket) throws IOException {
        for (int turn = 0; turn < 300; turn++) {
            try {
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException silent) {
                try {
                    socket.getOutputStream().write('a');
                } catch (SocketException gone) {
                    return true;
                }
            } catch (SocketException gone) {
                return true;
            }
        }
        return false;
    }
}
