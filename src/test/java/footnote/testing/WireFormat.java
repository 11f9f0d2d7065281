package footnote.testing;

import java.util.List;
import java.util.Map;

/** The four wire formats in which providers stream an answer. */
enum WireFormat {
    OPENAI,
    ANTHROPIC,
    GEMINI,
    OLLAMA;

    static WireFormat of(String path) {
        return Map.of("messages", ANTHROPIC, "chat", OLLAMA)
                .getOrDefault(path.substring(path.lastIndexOf('/') + 1), path.contains("Generate") ? GEMINI : OPENAI);
    }

    List<String> opening() {
        return this != ANTHROPIC
                ? List.of()
                : List.of(
                        event(
                                "message_start",
                                "\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"usage\":{\"input_tokens\":100,\"output_tokens\":1}}"),
                        event(
                                "content_block_start",
                                "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
    }

    String piece(String text) {
        String quoted = '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
        return switch (this) {
            case OPENAI ->
                "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                        + quoted + "}}]}\n\n";
            case ANTHROPIC ->
                event("content_block_delta", "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + quoted + "}");
            case GEMINI ->
                "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + quoted
                        + "}],\"role\":\"model\"},\"index\":0}]}\n\n";
            case OLLAMA ->
                "{\"model\":\"m\",\"created_at\":\"2022-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":"
                        + quoted + "},\"done\":false}\n";
        };
    }

    String contentType() {
        return this == OLLAMA ? "application/x-ndjson" : "text/event-stream";
    }

    /** An event that is none. */
    String malformed() {
        return switch (this) {
            case OPENAI -> "data: {\"choices\":[{\"delta\": <oops>\n\n";
            case ANTHROPIC ->
                "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"delta\":<oops>\n\n";
            case GEMINI -> "data: {\"candidates\":[{\"content\": <oops>\n\n";
            case OLLAMA -> "{\"message\":{\"cont\n";
        };
    }

    List<String> ending() {
        return switch (this) {
            case OPENAI ->
                List.of(
                        "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n",
                        "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":7,\"total_tokens\":107}}\n\n",
                        "data: [DONE]\n\n");
            case ANTHROPIC ->
                List.of(
                        event("content_block_stop", "\"index\":0"),
                        event(
                                "message_delta",
                                "\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":7}"),
                        "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
            case GEMINI ->
                List.of(
                        "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},\"finishReason\":\"STOP\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":100,\"candidatesTokenCount\":7,\"totalTokenCount\":107}}\n\n");
            case OLLAMA ->
                List.of(
                        "{\"model\":\"m\",\"created_at\":\"2022-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":100,\"eval_count\":7}\n");
        };
    }

    private static String event(String type, String fields) {
        return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
    }
}
