package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EveryReplyTest {
    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.over(Path.of("seeds"), data, new ScriptedAnswerer(), settings -> settings);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/,200",
        "HEAD,/,200",
        "GET,/reference/reference.js,200",
        "GET,/health/live,200",
        "GET,/metrics,200",
        "GET,/openapi.json,200",
        "GET,/api/documents,200",
        "GET,/api/search,400",
        "GET,/nothing,404",
        "GET,/api/documents/none,404",
        "GET,/api/ask,405",
        "POST,/api/ask,415"
    })
    void isGuardedByHeaders(String method, String path, int status) {
        HttpResponse<String> reply = server.send(
                server.request(path).method(method, BodyPublishers.noBody()).build());

        assertThat(reply.statusCode()).isEqualTo(status);
        assertGuarded(reply);
    }

    @Test
    void isGuardedWhenItStreams() {
        HttpResponse<String> reply = server.send(server.posting("/api/ask", "{\"question\": \"Who met Putin?\"}")
                .header("Accept", "text/event-stream")
                .build());

        assertThat(reply.body()).contains("event: completed");
        assertGuarded(reply);
    }

    @Test
    void isGuardedAndSilentAboutItsCauseAfterAFault() {
        HttpResponse<String> reply = server.ask("{\"question\": \"Did Putin fail?\"}");

        BadInputTest.assertProblem(reply, 500);
        assertGuarded(reply);
        assertThat(reply.body()).doesNotContain("scripted");
    }

    @Test
    void isNamedAsTheClientNamedItsRequest() {
        assertThat(nameOf("my-request_7.a")).isEqualTo("my-request_7.a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a%0d%0aX-Evil: 1", "a\tb", "<script>", "{jndi:x}", "é"})
    void isNamedAnewWhereTheClientsNameIsNoPlainWord(String name) {
        assertThat(nameOf(name)).matches("[0-9a-f-]{36}");
    }

    @Test
    void isNamedAnewWhereTheClientsNameIsLong() {
        assertThat(nameOf("a".repeat(65))).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\rX-Evil: 1", "a\nX-Evil", "a\u0000b"})
    void takesNoHeaderFromARequestsName(String name) {
        String reply = server.raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: "
                + name + "\r\n\r\n");

        assertThat(reply).startsWith("HTTP/1.1 ").doesNotContain("X-Evil");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pom.xml",
                "/../../../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fpom.xml",
                "/reference/../../pom.xml",
                "/reference/..%5c..%5cpom.xml",
                "/./../pom.xml",
                "//etc/passwd",
                "/..;/pom.xml",
                "/%252e%252e/pom.xml"
            })
    void neverHoldsAFileFromOutsideThePage(String path) {
        String reply = server.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(reply)
                .containsPattern("^HTTP/1\\.1 40[04] ")
                .doesNotContain("<project")
                .doesNotContain("root:");
    }

    private static String nameOf(String givenName) {
        String reply = server.raw("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Request-Id: "
                + givenName + "\r\n\r\n");
        return reply.lines()
                .filter(line -> line.startsWith("X-Request-Id: "))
                .map(line -> line.substring("X-Request-Id: ".length()))
                .collect(Collectors.joining(","));
    }

    private static void assertGuarded(HttpResponse<String> reply) {
        var headers = reply.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("X-Request-Id").orElse("")).isNotBlank();
        assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
    }
}
