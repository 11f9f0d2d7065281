package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import footnote.testing.RunningServer;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of the protocol's own makers, as an assistant would use it. */
class McpClientTest {
    private static RunningServer server;
    private static McpSyncClient client;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.over(Path.of("seeds"), data);
        McpJsonMapper json = new JacksonMcpJsonMapper(JsonMapper.builder().build());
        client = McpClient.sync(
                        HttpClientStreamableHttpTransport.builder(server.at("").toString())
                                .endpoint("/mcp")
                                .jsonMapper(json)
                                .build())
                .jsonSchemaValidator(new DefaultJsonSchemaValidator())
                .requestTimeout(Duration.ofSeconds(60))
                .initializationTimeout(Duration.ofSeconds(60))
                .build();
        assertThat(client.initialize().serverInfo().name()).isEqualTo("footnote");
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @Test
    void findsBothTools() {
        assertThat(client.listTools().tools())
                .extracting(McpSchema.Tool::name)
                .containsExactlyInAnyOrder("ask", "search");
    }

    @Test
    void asksAndGetsAnAnswerWithCitations() {
        McpSchema.CallToolResult result = call("ask", Map.of("question", "When do Biden and Putin talk?"));

        assertThat(result.isError()).isNotEqualTo(true);
        assertThat(result.content()).first().isInstanceOfSatisfying(McpSchema.TextContent.class, text -> assertThat(
                        text.text())
                .contains("[1]"));
        assertThat(result.structuredContent())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("status", "answered");
    }

    @Test
    void searches() {
        McpSchema.CallToolResult result = call("search", Map.of("query", "Putin", "limit", 2));

        assertThat(result.structuredContent())
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .extractingByKey("sources")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void hearsWhichRuleACallBreaks() {
        McpSchema.CallToolResult result = call("ask", Map.of("question", "Who?", "limit", 99));

        assertThat(result.isError()).isTrue();
        assertThat(List.copyOf(result.content()).toString()).contains("limit");
    }

    private static McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(new McpSchema.CallToolRequest(tool, arguments));
    }
}
