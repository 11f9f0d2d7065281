package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AskRouteTest {
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
    void answersInTheFieldsOfTheContractInTheirOrder() {
        JsonNode answer = RunningServer.json(server.ask("{\"question\": \"When do Biden and Putin talk?\"}"));

        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "status",
                        "answer",
                        "shortAnswer",
                        "answerer",
                        "confidence",
                        "support",
                        "question",
                        "time",
                        "citations",
                        "sources",
                        "notice",
                        "index",
                        "millis");
        assertThat(answer.get("status").textValue()).isEqualTo("answered");
        assertThat(answer.get("notice").isNull()).isTrue();
        assertThat(answer.at("/index").fieldNames())
                .toIterable()
                .containsExactly("generation", "documents", "passages");
        assertThat(answer.at("/millis").fieldNames()).toIterable().containsExactly("retrieve", "answer", "total");
        assertThat(answer.at("/sources/0").fieldNames())
                .toIterable()
                .containsExactly("passage", "document", "title", "date", "score", "text");
        assertThat(answer.at("/citations/0").fieldNames())
                .toIterable()
                .containsExactly(
                        "marker", "passage", "document", "title", "date", "source", "quote", "start", "end", "link");
        assertThat(answer.at("/citations/0/date").textValue()).isEqualTo("2021-12-30");
    }

    @Test
    void citesExactlyTheWordsOfTheDocument() {
        JsonNode citation = RunningServer.json(server.ask("{\"question\": \"When do Biden and Putin talk?\"}"))
                .at("/citations/0");
        JsonNode document = RunningServer.json(
                server.get("/api/documents/" + citation.get("document").textValue()));

        assertThat(document.get("text")
                        .textValue()
                        .substring(
                                citation.get("start").intValue(),
                                citation.get("end").intValue()))
                .isEqualTo(citation.get("quote").textValue());
    }

    @Test
    void declinesWithTheClosestSourcesAsANormalReply() {
        HttpResponse<String> reply = server.ask("{\"question\": \"who won it?\", \"to\": null}");
        JsonNode answer = RunningServer.json(reply);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(answer.get("status").textValue()).isEqualTo("declined");
        assertThat(answer.get("citations")).isEmpty();
        assertThat(answer.get("sources")).isNotEmpty();
    }

    @Test
    void streamsSourcesThenTextThenOneEnding() {
        HttpResponse<String> reply = stream("{\"question\": \"When do Biden and Putin talk?\"}", "text/event-stream");
        List<JsonNode> told = data(reply);

        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/event-stream;charset=utf-8");
        assertThat(reply.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(names(reply)).containsExactly("sources", "text", "completed");
        assertThat(told.get(0).fieldNames()).toIterable().containsExactly("question", "time", "sources");
        assertThat(told.get(1).fieldNames()).toIterable().containsExactly("piece");
        assertThat(told.get(2).get("status").textValue()).isEqualTo("answered");
    }

    @Test
    void streamsADeclinedEnding() {
        assertThat(names(stream("{\"question\": \"who won it?\"}", "text/event-stream;q=0.9, application/json;q=0.8")))
                .containsExactly("sources", "declined");
    }

    @Test
    void prefersWhatTheAcceptHeaderPrefers() {
        String question = "{\"question\": \"who won it?\"}";

        assertThat(stream(question, "application/json, text/event-stream").body())
                .startsWith("{");
        assertThat(stream(question, "text/event-stream;q=0").body()).startsWith("{");
        assertThat(stream(question, "*/*").body()).startsWith("{");
        assertThat(stream(question, "text/event-stream, */*").body()).startsWith("event: sources");
    }

    @Test
    void tellsOfABadQuestionBeforeItStreams() {
        HttpResponse<String> reply = stream("{\"question\": \"  \"}", "text/event-stream");

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private static HttpResponse<String> stream(String body, String accept) {
        return server.send(server.request("/api/ask")
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static List<String> names(HttpResponse<String> reply) {
        return reply.body()
                .lines()
                .filter(line -> line.startsWith("event: "))
                .map(line -> line.substring(7))
                .toList();
    }

    private static List<JsonNode> data(HttpResponse<String> reply) {
        List<JsonNode> data = new ArrayList<>();
        reply.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .forEach(line -> data.add(RunningServer.json(line.substring(6))));
        return data;
    }
}
