package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.RunningServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeedbackRouteTest {
    private static final Path SEEDS = Path.of("seeds");

    @Test
    void keepsFeedbackInTheOrderThatItCameIn(@TempDir Path data) throws IOException {
        try (RunningServer server = RunningServer.over(SEEDS, data)) {
            HttpResponse<String> reply = server.post(
                    "/api/feedback", "{\"id\": \"a1\", \"verdict\": \"up\", \"comment\": \"Good.\\nThanks — ü\"}");
            assertThat(reply.statusCode()).isEqualTo(204);
            assertThat(reply.body()).isEmpty();
            assertThat(server.post("/api/feedback", "{\"id\": \"a2\", \"verdict\": \"down\"}")
                            .statusCode())
                    .isEqualTo(204);

            List<JsonNode> kept = kept(data);
            assertThat(kept).extracting(line -> line.path("id").textValue()).containsExactly("a1", "a2");
            assertThat(kept)
                    .extracting(line -> line.path("verdict").textValue())
                    .containsExactly("up", "down");
            assertThat(kept.getFirst().path("comment").textValue()).isEqualTo("Good.\nThanks — ü");
            assertThat(kept).extracting(line -> line.path("time").asText()).allMatch(time -> time.endsWith("Z"));
        }
    }

    @Test
    void addsToWhatAnEarlierServerKept(@TempDir Path data) throws IOException {
        for (String id : List.of("before", "after")) {
            try (RunningServer server = RunningServer.over(SEEDS, data)) {
                server.post("/api/feedback", "{\"id\": \"" + id + "\", \"verdict\": \"up\"}");
            }
        }

        assertThat(kept(data)).extracting(line -> line.path("id").textValue()).containsExactly("before", "after");
    }

    @Test
    void losesNothingThatComesAtOnce(@TempDir Path data) throws Exception {
        try (RunningServer server = RunningServer.over(SEEDS, data)) {
            List<CompletableFuture<HttpResponse<String>>> replies = IntStream.range(0, 20)
                    .mapToObj(n -> server.sending(
                            server.posting("/api/feedback", "{\"id\": \"n" + n + "\", \"verdict\": \"up\"}")
                                    .build()))
                    .toList();
            for (CompletableFuture<HttpResponse<String>> reply : replies) {
                assertThat(reply.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
            }
        }

        assertThat(kept(data))
                .extracting(line -> line.path("id").textValue())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(n -> "n" + n).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"verdict\": \"up\"}|id|must be given",
                "{\"id\": \"a\"}|verdict|must be 'up' or 'down', got nothing",
                "{\"id\": \"a\", \"verdict\": \"maybe\"}|verdict|must be 'up' or 'down', got 'maybe'",
                "{\"id\": \"a\", \"verdict\": \"up\", \"comment\": 5}|comment|must be a text, got a number",
                "{\"id\": \"a\", \"verdict\": \"up\", \"stars\": 5}|stars|is not a field of this request"
            })
    void refusesBadFeedbackAndKeepsNoneOfIt(String body, String field, String rule, @TempDir Path data) {
        try (RunningServer server = RunningServer.over(SEEDS, data)) {
            HttpResponse<String> reply = server.post("/api/feedback", body);

            BadInputTest.assertProblem(reply, 400);
            assertThat(RunningServer.json(reply).at("/errors/0/field").textValue())
                    .isEqualTo(field);
            assertThat(RunningServer.json(reply).at("/errors/0/detail").textValue())
                    .isEqualTo(rule);
            assertThat(data.resolve("feedback.jsonl")).doesNotExist();
        }
    }

    @Test
    void refusesALongComment(@TempDir Path data) {
        try (RunningServer server = RunningServer.over(SEEDS, data)) {
            HttpResponse<String> reply = server.post(
                    "/api/feedback",
                    "{\"id\": \"a\", \"verdict\": \"up\", \"comment\": \"" + "c".repeat(2_001) + "\"}");

            BadInputTest.assertProblem(reply, 400);
            assertThat(reply.body()).contains("must have at most 2000 characters, got 2001");
        }
    }

    private static List<JsonNode> kept(Path data) throws IOException {
        return Files.readAllLines(data.resolve("feedback.jsonl")).stream()
                .map(RunningServer::json)
                .toList();
    }
}
