package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import footnote.testing.RunningServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChatRouteTest {
    private static final String QUESTION = "When do Biden and Putin talk?";
    private static final String MESSAGES = "\"messages\": [{\"role\": \"system\", \"content\": \"Be brief.\"}, "
            + "{\"role\": \"user\", \"content\": \"" + QUESTION + "\"}]";

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
    void listsItselfAsTheOneModel() {
        JsonNode models = RunningServer.json(server.get("/v1/models"));

        assertThat(models.path("object").textValue()).isEqualTo("list");
        assertThat(models.path("data").findValuesAsText("id")).containsExactly("footnote");
    }

    @Test
    void answersWithFootnotesInTheFormOfACompletion() {
        JsonNode reply =
                RunningServer.json(complete("{\"model\": \"footnote\", \"temperature\": 0.2, " + MESSAGES + "}"));

        assertThat(reply.path("object").textValue()).isEqualTo("chat.completion");
        assertThat(reply.path("id").textValue()).startsWith("chatcmpl-");
        assertThat(reply.at("/choices/0/finish_reason").textValue()).isEqualTo("stop");
        assertThat(reply.at("/choices/0/message/role").textValue()).isEqualTo("assistant");
        assertThat(reply.at("/choices/0/message/content").textValue())
                .startsWith(reply.at("/footnote/answer").textValue())
                .contains("\n[1] ")
                .contains(server.at("/documents/").toString());
        assertThat(reply.at("/footnote/status").textValue()).isEqualTo("answered");
    }

    @Test
    void streamsTheSameTextInChunksAndSaysWhenItIsDone() {
        HttpResponse<String> reply =
                complete("{\"stream\": true, \"stream_options\": {\"include_usage\": true}, " + MESSAGES + "}");
        List<String> told = reply.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .toList();
        List<JsonNode> chunks = told.subList(0, told.size() - 1).stream()
                .map(RunningServer::json)
                .toList();

        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        assertThat(told.getLast()).isEqualTo("[DONE]");
        assertThat(chunks).allMatch(chunk -> chunk.path("object").asText().equals("chat.completion.chunk"));
        assertThat(chunks.getFirst().at("/choices/0/delta/role").textValue()).isEqualTo("assistant");
        assertThat(chunks.stream()
                        .map(chunk -> chunk.at("/choices/0/delta/content").asText())
                        .collect(Collectors.joining()))
                .isEqualTo(RunningServer.json(complete("{" + MESSAGES + "}"))
                        .at("/choices/0/message/content")
                        .textValue());
        assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").textValue())
                .isEqualTo("stop");
        assertThat(chunks.getLast().path("choices")).isEmpty();
        assertThat(chunks.getLast().at("/usage/total_tokens").intValue()).isZero();
    }

    @Test
    void declinesAsAnOrdinaryCompletion() {
        JsonNode reply = RunningServer.json(
                complete(
                        "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"text\", \"text\": \"who won it?\"}]}]}"));

        assertThat(reply.at("/footnote/status").textValue()).isEqualTo("declined");
        assertThat(reply.at("/choices/0/message/content").textValue())
                .isEqualTo(reply.at("/footnote/answer").textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|messages",
                "{\"messages\": []}|messages",
                "{\"messages\": [{\"role\": \"assistant\", \"content\": \"x\"}]}|messages",
                "{\"messages\": [{\"role\": \"user\", \"content\": \"\"}]}|messages",
                "{\"messages\": [{\"role\": \"poet\", \"content\": \"x\"}]}|messages[0].role",
                "{\"messages\": [{\"role\": \"user\", \"content\": [{\"type\": \"image_url\"}]}]}|messages[0].content"
            })
    void refusesWhatHoldsNoQuestion(String body, String field) {
        HttpResponse<String> reply = complete(body);

        BadInputTest.assertProblem(reply, 400);
        assertThat(RunningServer.json(reply).path("errors").findValuesAsText("field"))
                .contains(field);
    }

    @Test
    void answersTheClientOfOpenAi() {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .apiKey("unused")
                .baseUrl(server.at("/v1").toString())
                .build();
        try {
            ChatCompletionCreateParams asked = ChatCompletionCreateParams.builder()
                    .model("footnote")
                    .addUserMessage(QUESTION)
                    .build();
            String whole = client.chat()
                    .completions()
                    .create(asked)
                    .choices()
                    .getFirst()
                    .message()
                    .content()
                    .orElse("");
            StringBuilder streamed = new StringBuilder();
            try (var chunks = client.chat().completions().createStreaming(asked)) {
                chunks.stream()
                        .flatMap(chunk -> chunk.choices().stream())
                        .forEach(choice ->
                                streamed.append(choice.delta().content().orElse("")));
            }

            assertThat(whole).contains("[1]");
            assertThat(streamed).hasToString(whole);
            assertThat(client.models().list().data()).singleElement().matches(model -> model.id()
                    .equals("footnote"));
        } finally {
            client.close();
        }
    }

    private static HttpResponse<String> complete(String body) {
        return server.post("/v1/chat/completions", body);
    }
}
