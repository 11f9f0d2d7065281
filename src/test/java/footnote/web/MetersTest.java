package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MetersTest {
    @Test
    void countsQuestionsByOutcomeAndAnswerer(@TempDir Path data) {
        try (RunningServer server =
                RunningServer.over(Path.of("seeds"), data, new ScriptedAnswerer(), settings -> settings)) {
            server.ask("{\"question\": \"Who met Putin?\"}");
            server.ask("{\"question\": \"Who met Biden?\"}");
            server.ask("{\"question\": \"Did Putin decline?\"}");
            server.ask("{\"question\": \"Did Putin fail?\"}");
            server.get("/nothing/at/all");
            HttpResponse<String> metrics = server.get("/metrics");

            assertThat(metrics.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain; version=0.0.4");
            assertThat(metrics.body())
                    .contains("footnote_questions_total{answerer=\"scripted\",outcome=\"answered\"} 2.0")
                    .contains("footnote_questions_total{answerer=\"scripted\",outcome=\"declined\"} 1.0")
                    .contains("footnote_questions_total{answerer=\"none\",outcome=\"failed\"} 1.0")
                    .contains("footnote_question_duration_seconds_count{step=\"total\"} 3")
                    .contains("footnote_questions_in_flight 0.0")
                    .contains("footnote_index_documents 3.0")
                    .contains("route=\"/api/ask\",status=\"500\"} 1.0")
                    .doesNotContain("/nothing/at/all")
                    .doesNotContain("Putin");
        }
    }
}
