package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BadInputTest {
    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.over(Path.of("seeds"), data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}|question|must be given",
                "{\"question\": null}|question|must be given",
                "{\"question\": \"\"}|question|must not be blank",
                "{\"question\": \" \\t\\n\"}|question|must not be blank",
                "{\"question\": \"a\\u0000b\"}|question|must not contain control characters, got U+0000 at 1",
                "{\"question\": \"a\\ud800b\"}|question|must not contain half of a surrogate pair",
                "{\"question\": 5}|question|must be a text, got a number",
                "{\"question\": [\"a\"]}|question|must be a text, got a list",
                "{\"question\": {\"a\": 1}}|question|must be a text, got an object",
                "{\"question\": true}|question|must be a text, got a boolean",
                "{\"question\": \"a\", \"colour\": 1}|colour|is not a field of this request",
                "{\"question\": \"a\", \"\\ud800\": 1}|\uFFFD|is not a field of this request",
                "{\"question\": \"a\", \"question\": \"b\"}|question|must be given only once",
                "{\"question\": \"a\", \"limit\": \"8\"}|limit|must be a whole number from 1 to 20, got '8'",
                "{\"question\": \"a\", \"limit\": 8.5}|limit|must be a whole number from 1 to 20, got '8.5'",
                "{\"question\": \"a\", \"limit\": 0}|limit|must be a whole number from 1 to 20, got '0'",
                "{\"question\": \"a\", \"limit\": 99999999999999}|limit|must be a whole number from 1 to 20, got '99999999999999'",
                "{\"question\": \"a\", \"from\": \"30.12.2021\"}|from|must be a day in the form 2021-12-30, got '30.12.2021'",
                "{\"question\": \"a\", \"to\": \"2021-02-30\"}|to|must be a day in the form 2021-12-30, got '2021-02-30'",
                "{\"question\": \"a\", \"asOf\": 2021}|asOf|must be a text, got a number",
                "{\"question\": \"a\", \"from\": \"2022-01-01\", \"to\": \"2021-01-01\"}|from|must not be after 'to', got 2022-01-01 and 2021-01-01",
                "{\"question\": \"a\", \"history\": {}}|history|must be a list of at most 20 items, got an object",
                "{\"question\": \"a\", \"history\": [1]}|history[0]|must be an object, got a number",
                "{\"question\": \"a\", \"history\": [{\"role\": \"system\", \"text\": \"x\"}]}|history[0].role|must be 'user' or 'assistant', got 'system'",
                "{\"question\": \"a\", \"history\": [{\"role\": \"user\"}]}|history[0].text|must be given",
                "{\"question\": \"a\", \"history\": [{\"role\": \"user\", \"text\": \"x\", \"name\": \"y\"}]}|history[0].name|is not a field of this request",
            })
    void namesTheFieldAndTheRule(String body, String field, String rule) {
        HttpResponse<String> reply = server.ask(body);

        assertProblem(reply, 400);
        JsonNode fault = RunningServer.json(reply).at("/errors/0");
        assertThat(fault.get("field").textValue()).isEqualTo(field);
        assertThat(fault.get("detail").textValue()).isEqualTo(rule);
    }

    @Test
    void namesEveryBadFieldAtOnce() {
        JsonNode problem = RunningServer.json(server.ask("{\"limit\": 0, \"from\": \"x\", \"a\": 1}"));

        assertThat(problem.get("errors").findValuesAsText("field"))
                .containsExactlyInAnyOrder("question", "from", "limit", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"x\"",
                "1",
                "{",
                "}",
                "{\"question\"",
                "{\"question\": \"a\"",
                "{'question': 'a'}",
                "{\"question\": \"a\"} x",
                "{\"question\": \"a\"} {}",
                "{\"question\": \"a\",}",
                "{\"question\": NaN}",
                "{\"question\": \"a\u0001\"}",
                "{\"question\": \"\\q\"}",
                "{\"question\": 01}",
                "// x\n{}"
            })
    void refusesWhatIsNotOneJsonObject(String body) {
        HttpResponse<String> reply = server.ask(body);

        assertProblem(reply, 400);
        assertThat(RunningServer.json(reply).get("detail").textValue()).startsWith("The body ");
    }

    @Test
    void refusesDeepNestingAndEndlessNumbersAndNames() {
        assertProblem(server.ask("[".repeat(20_000)), 400);
        assertProblem(server.ask("{\"a\":".repeat(5_000)), 400);
        assertProblem(server.ask("{\"limit\": " + "9".repeat(5_000) + "}"), 400);
        assertProblem(server.ask("{\"limit\": 1e999999999}"), 400);
        assertProblem(server.ask("{\"" + "n".repeat(5_000) + "\": 1}"), 400);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        for (byte[] body : List.of(
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', ':', '1', '}'},
                "{\"question\": \"a\"}".getBytes(StandardCharsets.UTF_16),
                new byte[2_000])) {
            assertProblem(
                    server.send(server.request("/api/ask")
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofByteArray(body))
                            .build()),
                    400);
        }
    }

    @Test
    void holdsTheLongestQuestionAndRefusesALongerOne() {
        assertThat(server.ask("{\"question\": \"" + "a ".repeat(1_000) + "\"}").statusCode())
                .isEqualTo(200);
        HttpResponse<String> reply = server.ask("{\"question\": \"" + "a".repeat(3_000) + "\"}");

        assertProblem(reply, 400);
        assertThat(reply.body()).contains("must have at most 2000 characters, got 3000");
    }

    @Test
    void refusesALargeBodyWhetherItsLengthIsStatedOrNot() {
        byte[] body = ("{\"question\": \"" + "a".repeat(70_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        var stated = server.request("/api/ask").header("Content-Type", "application/json");
        var chunked = server.request("/api/ask").header("Content-Type", "application/json");

        assertProblem(server.send(stated.POST(BodyPublishers.ofByteArray(body)).build()), 413);
        assertProblem(
                server.send(chunked.POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                        .build()),
                413);
    }

    @Test
    void keepsTheConnectionOfAClientThatIsStillSendingWhenItIsRefused() throws IOException {
        String head = "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
        byte[] chunk = ("10000\r\n" + "a".repeat(1 << 16) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out.write((head + "Transfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(chunk);
            out.write(chunk);
            assertThat(in.readLine()).startsWith("HTTP/1.1 413 ");

            out.write(chunk);
            out.write("0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            assertThat(in.lines()).anyMatch(line -> line.startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void readsNoBodyOfAClientThatAskedFirstWhetherItIsWanted() throws IOException {
        String head = String.join(
                "\r\n",
                "POST /api/ask HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Content-Length: 70000",
                "Expect: 100-continue",
                "",
                "");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(reply).startsWith("HTTP/1.1 413 ").contains("must have at most 65536 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonx",
                "application/json; charset=utf-16",
                "application/xml",
                "json"
            })
    void refusesOtherFormsOfBody(String type) {
        assertProblem(
                server.send(server.request("/api/ask")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("{\"question\": \"a\"}"))
                        .build()),
                415);
    }

    @Test
    void refusesABodyOfNoForm() {
        assertProblem(
                server.send(server.request("/api/ask")
                        .POST(BodyPublishers.ofString("{\"question\": \"a\"}"))
                        .build()),
                415);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/ask,POST", "PUT,/api/ask,POST", "DELETE,/api/search,GET", "POST,/api/documents,GET",
        "PATCH,/api/documents/x,GET", "POST,/health/live,GET", "POST,/,GET", "OPTIONS,/api/ask,POST",
        "TRACE,/api/ask,POST", "FROB,/api/ask,POST"
    })
    void refusesAWrongMethodAndNamesTheRightOnes(String method, String path, String allowed) {
        HttpResponse<String> reply = server.send(
                server.request(path).method(method, BodyPublishers.noBody()).build());

        assertProblem(reply, 405);
        assertThat(reply.headers().firstValue("Allow").orElse("")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/nothing",
                "/apis",
                "/health",
                "/nothing",
                "/index.php",
                "/.git/config",
                "/api/documents/none",
                "/api/documents/a%2Fb",
                "/api/documents/%00",
                "/api/documents/%F0%9F%98%80",
                "/api/documents/a%3Fb%23c",
                "/api/documents/..%2F..%2Fpom.xml",
                "/api/documents/%ED%A0%80",
                "/api/documents/a%25b",
                "/api/documents/a;b=c",
                "/%2e%2e/pom.xml",
                "/..%2fpom.xml",
                "/web/index.html",
                "/%5c..%5cpom.xml",
                "/api/documents/a/b"
            })
    void findsNothingAtAWrongPath(String path) {
        HttpResponse<String> reply = server.get(path);

        assertThat(reply.statusCode()).as(path).isIn(400, 404);
        assertProblem(reply, reply.statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/search",
                "/api/search?q=",
                "/api/search?q=%20",
                "/api/search?q=a&q=b",
                "/api/search?q=a&limit=0",
                "/api/search?q=a&limit=21",
                "/api/search?q=a&limit=x",
                "/api/search?q=a&from=yesterday",
                "/api/search?q=a&colour=red",
                "/api/search?q=a%00b",
                "/api/search?q=a&from=2022-01-01&to=2021-01-01",
                "/api/documents?offset=-1",
                "/api/documents?limit=0",
                "/api/documents?limit=201",
                "/api/documents?offset=2147483647",
                "/api/documents?offset=99999999999",
                "/api/documents?limit=%EF%BC%91",
                "/api/documents?page=2",
                "/api/documents?limit=",
                "/api/documents/x?y=z"
            })
    void refusesABadQueryAndNamesTheField(String path) {
        HttpResponse<String> reply = server.get(path);

        assertProblem(reply, 400);
        assertThat(RunningServer.json(reply).get("errors")).isNotEmpty();
    }

    @Test
    void refusesMalformedHttpAsAProblemToo() {
        for (String request : List.of(
                "GET /api/search?q=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/search?q=%zz%2 HTTP/1.0\r\n\r\n",
                "GET /api/documents/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n",
                "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
                "POST /api/ask HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n")) {
            String reply = server.raw(request);

            assertThat(reply).as(request.lines().findFirst().orElse("")).containsPattern("^HTTP/1\\.[01] 4\\d\\d ");
            assertThat(reply).contains("application/problem+json").contains("frame-ancestors 'none'");
            assertThat(reply)
                    .doesNotContain("Exception")
                    .doesNotContain("jetty")
                    .doesNotContain("<html");
        }
    }

    @Test
    void answersOrRefusesEveryHostileString() throws IOException {
        Path evaluation = Path.of(System.getProperty("footnote.evaluation", "none"));
        assumeThat(evaluation).isDirectory();
        List<String> strings = new ArrayList<>();
        for (String set : List.of("naughty_strings", "input_robustness")) {
            for (String line : Files.readAllLines(evaluation.resolve(set).resolve("strings.jsonl"))) {
                strings.add(RunningServer.json(line).get("text").textValue());
            }
        }
        assertThat(strings).hasSizeGreaterThan(500);
        for (String text : strings) {
            HttpResponse<String> asked = server.ask("{\"question\": " + RunningServer.quoted(text) + "}");
            assertThat(asked.statusCode()).as(text).isIn(200, 400, 413);
            String query = URLEncoder.encode(text, StandardCharsets.UTF_8);
            if (query.length() < 6_000) {
                assertThat(server.get("/api/search?q=" + query).statusCode())
                        .as(text)
                        .isIn(200, 400);
                assertThat(server.get("/api/documents/" + query.replace("+", "%20"))
                                .statusCode())
                        .as(text)
                        .isIn(200, 400, 404);
            }
        }
    }

    @Test
    void repliesThatItIsStartingUntilItIsReady() {
        server.setReady(false);
        try {
            assertProblem(server.ask("{\"question\": \"a\"}"), 503);
            assertProblem(server.get("/health/ready"), 503);
            assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            server.setReady(true);
        }
        assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
    }

    static void assertProblem(HttpResponse<String> reply, int status) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        JsonNode problem = RunningServer.json(reply);
        assertThat(problem.fieldNames()).toIterable().containsExactly("type", "title", "status", "detail", "errors");
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("detail").textValue()).isNotBlank();
        assertThat(reply.body())
                .doesNotContain("Exception")
                .doesNotContain("java")
                .doesNotContain(".xml");
    }
}
