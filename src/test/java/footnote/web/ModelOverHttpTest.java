package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.answer.generate.ModelLimits;
import footnote.testing.FakeProvider;
import footnote.testing.FakeProvider.Behaviour;
import footnote.testing.ModelAnswerer;
import footnote.testing.RunningServer;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client of the real server sees of a language model that does well, badly or nothing. */
@Timeout(240)
final class ModelOverHttpTest {
    private static final String QUESTION = "{\"question\": \"When is the telephone call set for?\"}";
    private static final ModelLimits IMPATIENT = new ModelLimits(
            Duration.ofMillis(500), Duration.ofSeconds(5), 8, Duration.ofSeconds(5), Duration.ofMillis(5), 5_000);

    /** A machine that starts two hundred questions at once may read the last one's head late. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    @TempDir
    private Path data;

    private final FakeProvider provider = new FakeProvider();

    @AfterEach
    void close() {
        provider.close();
    }

    private RunningServer server(ModelLimits limits) {
        return RunningServer.over(
                Path.of("seeds"),
                data,
                ModelAnswerer.on(provider, limits, use -> {}),
                settings -> settings.withLimits(
                        settings.limits().withQuestionsInFlight(256).withPatience(PATIENCE, PATIENCE, HEARTBEAT)));
    }

    private static HttpRequest streaming(RunningServer server) {
        return server.posting("/api/ask", QUESTION)
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(200))
                .build();
    }

    private static List<String> events(String body) {
        return body.lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
    }

    @Test
    void theSourcesComeFirstThenThePiecesThenTheCheckedAnswer() {
        provider.pieces = List.of("The call is set ", "for 2030 GMT. ", "It will last nine hours. [1]");
        try (RunningServer server = server(ModelAnswerer.LIMITS)) {
            String body = server.send(streaming(server)).body();

            assertThat(events(body)).containsExactly("sources", "text", "text", "text", "completed");
            JsonNode reply = RunningServer.json(body.lines()
                    .filter(line -> line.startsWith("data: "))
                    .reduce((first, last) -> last)
                    .orElse("data: {}")
                    .substring(6));
            assertThat(reply.path("answer").asText()).isEqualTo("The call is set for 2030 GMT. [1]");
            assertThat(reply.path("answerer").asText()).isEqualTo("openai:m");
            assertThat(reply.path("support").asDouble()).isEqualTo(0.5);
            assertThat(reply.path("notice").asText()).contains("One sentence was withheld");
            assertThat(reply.at("/citations/0/quote").asText()).contains("20:30 GMT");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED, refused Footnote's key",
        "OUT_OF_QUOTA, is out of quota",
        "BROKEN, was out of reach",
        "SILENT, was too slow",
        "CUT, broke off",
        "MALFORMED, broke off"
    })
    void aModelThatFailsIsStoodInForAndTheReplySaysWhy(Behaviour behaviour, String why) {
        provider.behaviour = behaviour;
        try (RunningServer server = server(IMPATIENT)) {
            JsonNode reply = RunningServer.json(server.ask(QUESTION));

            assertThat(reply.path("status").asText()).isEqualTo("answered");
            assertThat(reply.path("answerer").asText()).isEqualTo("quoting");
            assertThat(reply.path("notice").asText())
                    .isEqualTo("The model " + why + ", so the quoting answerer answered.");
            assertThat(events(server.send(streaming(server)).body()))
                    .startsWith("sources")
                    .endsWith("completed")
                    .containsOnlyOnce("completed");
        }
    }

    @Test
    void aModelThatInventsEverythingIsDeclined() {
        provider.pieces = List.of("The call lasted nine hours. [1]");
        try (RunningServer server = server(ModelAnswerer.LIMITS)) {
            JsonNode reply = RunningServer.json(server.ask(QUESTION));

            assertThat(reply.path("status").asText()).isEqualTo("declined");
            assertThat(reply.path("answer").asText()).doesNotContain("nine hours");
            assertThat(reply.path("citations")).isEmpty();
        }
    }

    @Test
    void twoHundredQuestionsAtOnceEachEndOnce() {
        provider.pieces = List.of("The call is set ", "for 2030 GMT. [1]");
        provider.pause = Duration.ofMillis(20);
        ModelLimits patient = new ModelLimits(
                Duration.ofSeconds(60),
                Duration.ofSeconds(180),
                8,
                Duration.ofSeconds(180),
                Duration.ofMillis(5),
                5_000);
        try (RunningServer server = server(patient)) {
            var threads = ManagementFactory.getThreadMXBean();
            threads.resetPeakThreadCount();
            int before = threads.getThreadCount();
            List<CompletableFuture<HttpResponse<String>>> replies = Stream.generate(
                            () -> server.sending(streaming(server)))
                    .limit(200)
                    .toList();

            assertThat(replies)
                    .allSatisfy(reply -> assertThat(events(reply.join().body()))
                            .containsExactly("sources", "text", "text", "completed"));
            assertThat(provider.asked).hasSize(200);
            assertThat(provider.mostAtOnce.get()).isLessThanOrEqualTo(16);
            assertThat(threads.getPeakThreadCount() - before).isLessThan(100);
        }
    }
}
