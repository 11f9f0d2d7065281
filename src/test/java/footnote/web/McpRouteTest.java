package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.RunningServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class McpRouteTest {
    private static RunningServer server;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.over(Path.of("seeds"), data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void introducesItself() {
        JsonNode reply = RunningServer.json(call(
                "initialize",
                "{\"protocolVersion\": \"2025-06-18\", \"capabilities\": {}, "
                        + "\"clientInfo\": {\"name\": \"test\", \"version\": \"1\"}}"));

        assertThat(reply.at("/result/serverInfo/name").textValue()).isEqualTo("footnote");
        assertThat(reply.at("/result/capabilities").has("tools")).isTrue();
    }

    @Test
    void listsItsToolsWithTheirFields() {
        JsonNode tools = RunningServer.json(call("tools/list", "{}")).at("/result/tools");

        assertThat(tools.findValuesAsText("name")).containsExactlyInAnyOrder("ask", "search");
        for (JsonNode tool : tools) {
            assertThat(tool.at("/inputSchema/properties").fieldNames())
                    .toIterable()
                    .contains("from", "to", "limit");
        }
    }

    @Test
    void answersAQuestionWithItsCitations() {
        JsonNode result = tool("ask", "{\"question\": \"When do Biden and Putin talk?\"}");

        assertThat(result.path("isError").asBoolean()).isFalse();
        assertThat(result.at("/content/0/text").textValue()).contains("[1]");
        assertThat(result.at("/structuredContent/status").textValue()).isEqualTo("answered");
        assertThat(result.at("/structuredContent/citations/0/date").textValue()).isEqualTo("2021-12-30");
    }

    @Test
    void findsPassages() {
        JsonNode result = tool("search", "{\"query\": \"Putin\", \"limit\": 2}");

        assertThat(result.path("isError").asBoolean()).isFalse();
        assertThat(result.at("/structuredContent/sources")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"question\": \"\"}",
                "{\"question\": 5}",
                "{\"question\": \"a\", \"limit\": 99}",
                "{\"question\": \"a\", \"from\": \"yesterday\"}",
                "{\"question\": \"a\", \"colour\": 1}"
            })
    void tellsTheCallerWhichRuleACallBreaks(String arguments) {
        HttpResponse<String> reply = call("tools/call", "{\"name\": \"ask\", \"arguments\": " + arguments + "}");
        JsonNode told = RunningServer.json(reply);

        assertThat(told.at("/result/isError").asBoolean() || told.has("error"))
                .as(reply.body())
                .isTrue();
        assertThat(reply.body()).doesNotContain("Exception").doesNotContain("java.");
    }

    @Test
    void knowsNoOtherTool() {
        assertThat(RunningServer.json(call("tools/call", "{\"name\": \"delete\", \"arguments\": {}}"))
                        .has("error"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"jsonrpc\": \"2.0\", \"id\": 1}", "5"})
    void refusesWhatIsNoCall(String body) {
        HttpResponse<String> reply = post(body);

        assertThat(reply.statusCode()).as(reply.body()).isBetween(400, 499);
        assertThat(reply.body()).doesNotContain("Exception").doesNotContain("java.");
    }

    @Test
    void refusesALargeCall() {
        BadInputTest.assertProblem(post(" ".repeat(70_000)), 413);
    }

    private static JsonNode tool(String name, String arguments) {
        return RunningServer.json(call("tools/call", "{\"name\": \"" + name + "\", \"arguments\": " + arguments + "}"))
                .path("result");
    }

    private static HttpResponse<String> call(String method, String params) {
        return post("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"" + method + "\", \"params\": " + params + "}");
    }

    private static HttpResponse<String> post(String body) {
        return server.send(server.posting("/mcp", body)
                .header("Accept", "application/json, text/event-stream")
                .build());
    }
}
