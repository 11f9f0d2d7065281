package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.QuotingAnswerer;
import footnote.testing.RunningServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeysTest {
    private static final ApiKeys KEYS = ApiKeys.of(List.of("first-key", " second-key ", ""));
    private static final String QUESTION = "{\"question\": \"When do Biden and Putin talk?\"}";

    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.over(
                Path.of("seeds"),
                data,
                new QuotingAnswerer(),
                settings -> settings.withAccess(
                        Access.usual().withKeys(KEYS).withOrigins(List.of("https://wiki.example"))));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/documents", "/api/search?q=Putin", "/v1/models", "/metrics"})
    void refusesToBeReadWithoutAKey(String path) {
        assertRefused(server.get(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/ask", "/api/feedback", "/v1/chat/completions", "/mcp"})
    void refusesToBeAskedWithoutAKey(String path) {
        assertRefused(server.post(path, QUESTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer",
                "Bearer ",
                "Bearer first-key second-key",
                "Bearer first-key2",
                "Basic first-key",
                "first-key"
            })
    void refusesAWrongKeyWithoutRepeatingIt(String authorization) {
        HttpResponse<String> reply = withHeader("Authorization", authorization);

        assertRefused(reply);
        assertThat(reply.body()).doesNotContain("wrong").doesNotContain("first-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer first-key", "Bearer second-key", "bearer first-key"})
    void letsEachOfItsKeysThrough(String authorization) {
        assertThat(withHeader("Authorization", authorization).statusCode()).isEqualTo(200);
    }

    @Test
    void takesAKeyInItsOwnHeaderToo() {
        assertThat(withHeader("X-Api-Key", "second-key").statusCode()).isEqualTo(200);
        assertRefused(withHeader("X-Api-Key", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health/live", "/health/ready", "/openapi.json"})
    void leavesThePageAndTheHealthChecksOpen(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void needsNoKeyToTellABrowserWhatASiteMaySend() {
        HttpResponse<String> reply = server.send(CrossSiteTest.preflight(server, "https://wiki.example"));

        assertThat(reply.statusCode()).isEqualTo(204);
    }

    @Test
    void neverShowsAKey() {
        assertThat(KEYS.toString()).isEqualTo("2 keys");
    }

    private static HttpResponse<String> withHeader(String name, String value) {
        return server.send(
                server.posting("/api/ask", QUESTION).header(name, value).build());
    }

    private static void assertRefused(HttpResponse<String> reply) {
        BadInputTest.assertProblem(reply, 401);
        assertThat(reply.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    /** By turns, so that whatever else the machine does hits both alike; a comparison that stops early is always faster. */
    @Test
    void takesAsLongForAKeyThatIsWrongAtItsEndAsAtItsStart() {
        String key = "k".repeat(100_000);
        ApiKeys keys = ApiKeys.of(List.of(key));
        String early = "x" + key.substring(1);
        String late = key.substring(1) + "x";
        int faster = 0;
        for (int turn = 0; turn < 1_000; turn++) {
            boolean lateFirst = turn % 2 == 0;
            long first = nanos(keys, lateFirst ? late : early);
            long second = nanos(keys, lateFirst ? early : late);
            faster += (lateFirst ? second : first) < (lateFirst ? first : second) ? 1 : 0;
        }

        assertThat(faster).isBetween(250, 750);
    }

    private static long nanos(ApiKeys keys, String wrong) {
        long started = System.nanoTime();
        assertThat(keys.contains(wrong)).isFalse();
        return System.nanoTime() - started;
    }
}
