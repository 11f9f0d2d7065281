package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentRouteTest {
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
    void listsDocumentsPageByPage() {
        JsonNode all = RunningServer.json(server.get("/api/documents"));
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < all.get("total").intValue(); at++) {
            JsonNode page = RunningServer.json(server.get("/api/documents?limit=1&offset=" + at));
            ids.add(page.at("/documents/0/id").textValue());
        }

        assertThat(all.fieldNames()).toIterable().containsExactly("total", "documents");
        assertThat(all.at("/documents/0").fieldNames())
                .toIterable()
                .containsExactly("id", "title", "date", "source", "url", "passages");
        assertThat(ids).isEqualTo(all.get("documents").findValuesAsText("id")).isSorted();
        assertThat(RunningServer.json(server.get("/api/documents?offset=1000000"))
                        .get("documents"))
                .isEmpty();
    }

    @Test
    void givesADocumentWholeWithItsPassages() {
        String id = RunningServer.json(server.get("/api/documents"))
                .at("/documents/0/id")
                .textValue();
        JsonNode document = RunningServer.json(server.get("/api/documents/" + id));

        assertThat(document.fieldNames())
                .toIterable()
                .containsExactly("id", "title", "date", "source", "url", "text", "passages");
        assertThat(document.at("/passages/0").fieldNames()).toIterable().containsExactly("id", "start", "end");
        assertThat(document.at("/passages/0/end").intValue())
                .isLessThanOrEqualTo(document.get("text").textValue().length());
    }

    @Test
    void searchesPassagesWithinDates() {
        JsonNode found = RunningServer.json(server.get("/api/search?q=Putin&limit=3&from=2021-12-30&to=2021-12-30"));

        assertThat(found.fieldNames()).toIterable().containsExactly("sources");
        assertThat(found.get("sources")).hasSize(3);
        assertThat(RunningServer.json(server.get("/api/search?q=Putin&to=2020-01-01"))
                        .get("sources"))
                .isEmpty();
    }

    @Test
    void answersHeadAsItAnswersGet() {
        for (String path : List.of("/api/documents", "/api/documents/none", "/api/search", "/health/live", "/")) {
            var head = server.send(
                    server.request(path).method("HEAD", BodyPublishers.noBody()).build());

            assertThat(head.statusCode()).isEqualTo(server.get(path).statusCode());
            assertThat(head.body()).isEmpty();
        }
    }
}
