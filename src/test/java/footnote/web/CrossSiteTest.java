package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.QuotingAnswerer;
import footnote.testing.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CrossSiteTest {
    private static final String LISTED = "https://wiki.example";
    private static final String QUESTION = "{\"question\": \"When do Biden and Putin talk?\"}";

    private static RunningServer server;
    private static RunningServer listing;

    @BeforeAll
    static void start(@TempDir Path data, @TempDir Path other) {
        server = RunningServer.over(Path.of("seeds"), data);
        listing = RunningServer.over(
                Path.of("seeds"),
                other,
                new QuotingAnswerer(),
                settings -> settings.withAccess(Access.usual().withOrigins(List.of(LISTED))));
    }

    @AfterAll
    static void stop() {
        server.close();
        listing.close();
    }

    @Test
    void allowsNoOtherSiteUnlessToldTo() {
        HttpResponse<String> read = server.send(
                server.request("/api/documents").header("Origin", LISTED).build());

        assertNothingAllowed(read);
        assertNothingAllowed(server.send(preflight(server, LISTED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {LISTED, "null", "http://127.0.0.1", "http://127.0.0.1:1", "file://", ""})
    void refusesAQuestionThatAnotherSiteSends(String origin) {
        BadInputTest.assertProblem(ask(server, origin), 403);
    }

    @Test
    void refusesAFormOfAnotherSiteThatNamesNoOrigin() {
        BadInputTest.assertProblem(
                server.send(server.posting("/api/feedback", "{}")
                        .header("Sec-Fetch-Site", "cross-site")
                        .build()),
                403);
    }

    @Test
    void answersItsOwnPage() {
        assertThat(ask(server, "http://127.0.0.1:" + server.port()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "a]"})
    void refusesANameThatWasMadeToPointHere(String host) {
        assertThat(server.raw(get(host))).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:1234", "127.0.0.1", "[::1]:80"})
    void answersToTheNamesOfThisMachine(String host) {
        assertThat(server.raw(get(host))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void letsAListedSiteReadAndAsk() {
        HttpResponse<String> reply = ask(listing, LISTED);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).hasValue(LISTED);
        assertThat(reply.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Origin"));
        assertThat(reply.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void tellsAListedSiteWhatItMaySend() {
        HttpResponse<String> reply = listing.send(preflight(listing, LISTED));

        assertThat(reply.statusCode()).isEqualTo(204);
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).hasValue(LISTED);
        assertThat(reply.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wiki.example.evil", "http://wiki.example", "https://wiki.example:444"})
    void listsWholeOriginsOnly(String origin) {
        assertNothingAllowed(listing.send(preflight(listing, origin)));
        BadInputTest.assertProblem(ask(listing, origin), 403);
    }

    @Test
    void answersToItsPublicNameToo(@TempDir Path data) {
        Access proxied = Access.usual().withPublicUrl(URI.create("https://Ask.example:8443/footnote"));
        try (RunningServer known = RunningServer.over(
                Path.of("seeds"), data, new QuotingAnswerer(), settings -> settings.withAccess(proxied))) {
            assertThat(known.raw(get("ask.example:8443"))).startsWith("HTTP/1.1 200 ");
            assertThat(known.raw(get("127.0.0.1"))).startsWith("HTTP/1.1 200 ");
            assertThat(known.raw(get("evil.example"))).startsWith("HTTP/1.1 403 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/documents/any", "/embed.js", "/api/documents", "/reference/index.html", "/nothing"})
    void letsNoSiteFrameAnythingUnlessToldTo(String path) {
        HttpResponse<String> reply = listing.get(path);

        assertThat(reply.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(reply.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(reply.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
    }

    @Test
    void letsAListedSiteFrameThePageAndNothingElse(@TempDir Path data) {
        Access embedding = Access.usual().withEmbedders(List.of(LISTED, "http://intranet:8081"));
        try (RunningServer framed = RunningServer.over(
                Path.of("seeds"), data, new QuotingAnswerer(), settings -> settings.withAccess(embedding))) {
            HttpResponse<String> page = framed.get("/?embedded");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                    .endsWith("frame-ancestors https://wiki.example http://intranet:8081");
            assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
            assertThat(framed.get("/embed.js").headers().firstValue("Cross-Origin-Resource-Policy"))
                    .hasValue("cross-origin");
            for (String path : List.of("/api/documents", "/reference/index.html", "/metrics", "/embed.js")) {
                assertThat(framed.get(path).headers().firstValue("X-Frame-Options"))
                        .hasValue("DENY");
            }
            assertThat(framed.get("/api/documents").headers().firstValue("Cross-Origin-Resource-Policy"))
                    .hasValue("same-origin");
            BadInputTest.assertProblem(ask(framed, LISTED), 403);
        }
    }

    static HttpRequest preflight(RunningServer asked, String origin) {
        return asked.request("/api/ask")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .build();
    }

    private static HttpResponse<String> ask(RunningServer asked, String origin) {
        return asked.send(
                asked.posting("/api/ask", QUESTION).header("Origin", origin).build());
    }

    private static String get(String host) {
        return "GET /api/documents HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    private static void assertNothingAllowed(HttpResponse<String> reply) {
        assertThat(reply.headers().map()).doesNotContainKey("access-control-allow-origin");
    }
}
