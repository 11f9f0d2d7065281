package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.Description;
import footnote.testing.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DescriptionTest {
    private static RunningServer server;
    private static Description description;

    @BeforeAll
    static void start(@TempDir Path data) {
        server = RunningServer.over(Path.of("seeds"), data);
        description = Description.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        List<String> pages = List.of("GET /", "GET /documents/{id}");

        assertThat(server.server().operations())
                .filteredOn(operation -> !pages.contains(operation))
                .containsExactlyInAnyOrderElementsOf(description.operations());
    }

    @Test
    void givesExamplesThatFollowItsOwnSchemas() {
        assertThat(description.faultsOfExamples()).isEmpty();
    }

    @Test
    void describesAnAnswerAndARefusalToAnswer() {
        assertDescribed("Answer", server.ask("{\"question\": \"When do Biden and Putin talk?\"}"));
        assertDescribed("Answer", server.ask("{\"question\": \"who won it?\"}"));
    }

    @Test
    void describesEveryEventOfAStream() {
        for (String question : List.of("When do Biden and Putin talk?", "who won it?")) {
            HttpResponse<String> reply = server.send(server.request("/api/ask")
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/event-stream")
                    .POST(BodyPublishers.ofString("{\"question\": \"" + question + "\"}"))
                    .build());
            Iterator<String> lines =
                    reply.body().lines().filter(line -> !line.isEmpty()).iterator();
            while (lines.hasNext()) {
                String schema =
                        switch (lines.next()) {
                            case "event: sources" -> "SourcesEvent";
                            case "event: text" -> "TextEvent";
                            default -> "Answer";
                        };
                assertDescribed(schema, RunningServer.json(lines.next().substring("data: ".length())));
            }
        }
    }

    @Test
    void describesWhatCanBeRead() {
        JsonNode documents = RunningServer.json(server.get("/api/documents"));

        assertDescribed("Documents", documents);
        assertDescribed(
                "Document",
                server.get("/api/documents/" + documents.at("/documents/0/id").textValue()));
        assertDescribed("Found", server.get("/api/search?q=Putin"));
        assertDescribed("Live", server.get("/health/live"));
        assertDescribed("Ready", server.get("/health/ready"));
    }

    @Test
    void describesEachProblem() {
        for (HttpResponse<String> reply : List.of(
                server.ask("{\"limit\": 0}"),
                server.ask("{"),
                server.get("/api/documents/none"),
                server.get("/api/ask"),
                server.ask("{\"question\": \"" + "a".repeat(70_000) + "\"}"),
                server.send(server.request("/api/ask")
                        .POST(BodyPublishers.ofString("x"))
                        .build()))) {
            assertThat(reply.statusCode()).isBetween(400, 499);
            assertDescribed("Problem", reply);
        }
    }

    @Test
    void servesThePageThatRendersIt() {
        assertThat(server.get("/reference").body()).contains("/reference/reference.js");
        assertThat(server.get("/reference/reference.js").statusCode()).isEqualTo(200);
        assertThat(server.get("/reference/reference.css").statusCode()).isEqualTo(200);
    }

    private static void assertDescribed(String schema, HttpResponse<String> reply) {
        assertDescribed(schema, RunningServer.json(reply));
    }

    private static void assertDescribed(String schema, JsonNode value) {
        assertThat(description.faults(schema, value)).as(value.toString()).isEmpty();
    }
}
