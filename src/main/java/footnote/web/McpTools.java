package footnote.web;

import footnote.domain.Answer;
import footnote.domain.InvalidValue;
import footnote.search.PassageIndex;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What an assistant may call: {@code ask} and {@code search}, with the same rules as the API's. */
final class McpTools {
    private static final String DATES = """
            "from": {"type": "string", "format": "date", "description": "Only documents dated on this day or later"},
            "to": {"type": "string", "format": "date", "description": "Only documents dated on this day or earlier"},
            "limit": {"type": "integer", "minimum": 1, "maximum": 20, "description": "How many passages; 8 if not given"}
            """;
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false, "required": ["%1$s"], "properties": {
            "%1$s": {"type": "string", "minLength": 1, "maxLength": 2000, "description": "%2$s"}, %3$s}}
            """;

    private final QuestionDesk desk;
    private final PassageIndex index;
    private final Supplier<LocalDate> today;

    McpTools(QuestionDesk desk, PassageIndex index, Supplier<LocalDate> today) {
        this.desk = desk;
        this.index = index;
        this.today = today;
    }

    List<SyncToolSpecification> all(McpJsonMapper json) {
        Tool ask = Tool.builder()
                .name("ask")
                .title("Ask the passages")
                .description("Answers a question from the passages, each sentence with its citation, or declines.")
                .inputSchema(json, SCHEMA.formatted("question", "A question that stands alone", DATES))
                .build();
        Tool search = Tool.builder()
                .name("search")
                .title("Search the passages")
                .description("Finds the passages that fit some words best.")
                .inputSchema(json, SCHEMA.formatted("query", "Words to search for", DATES))
                .build();
        return List.of(tool(ask, this::ask), tool(search, this::search));
    }

    /** A broken rule is a result too: the assistant that called may mend its call. */
    private static SyncToolSpecification tool(Tool tool, Function<Fields, CallToolResult> call) {
        return new SyncToolSpecification(tool, (context, request) -> {
            try {
                return call.apply(Fields.of(Json.tree(request.arguments())));
            } catch (Refusal | InvalidValue | AnswerFailed told) {
                return CallToolResult.builder()
                        .addTextContent(String.valueOf(told.getMessage()))
                        .isError(true)
                        .build();
            }
        });
    }

    private CallToolResult ask(Fields fields) {
        Answer answer = desk.answer(QuestionFields.read(fields, today));
        return CallToolResult.builder()
                .addTextContent(ChatReply.written(answer, ""))
                .structuredContent(Json.plain(answer))
                .isError(false)
                .build();
    }

    private CallToolResult search(Fields fields) {
        var found = new SearchRoute.Found(index.search(SearchRoute.query("query", fields, today)));
        return CallToolResult.builder()
                .addTextContent(new String(Json.bytes(found), StandardCharsets.UTF_8))
                .structuredContent(Json.plain(found))
                .isError(false)
                .build();
    }
}
