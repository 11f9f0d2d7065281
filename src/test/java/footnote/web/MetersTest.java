package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.Answerer;
import footnote.answer.generate.ModelUse;
import footnote.testing.FakeProvider;
import footnote.testing.FakeSlack;
import footnote.testing.ModelAnswerer;
import footnote.testing.Patience;
import footnote.testing.RunningBot;
import footnote.testing.RunningServer;
import footnote.testing.ScriptedAnswerer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
                    .contains("footnote_questions_in_flight_most 128.0")
                    .contains("footnote_index_documents 3.0")
                    .contains("footnote_index_documents_without_vectors 0.0")
                    .contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_files_open_files")
                    .contains("route=\"/api/ask\",status=\"500\"} 1.0")
                    .doesNotContain("/nothing/at/all")
                    .doesNotContain("Putin");
        }
    }

    @Test
    void countsQuestionsThatComeBySlackToo(@TempDir Path data) {
        try (FakeSlack slack = FakeSlack.start();
                RunningBot bot = RunningBot.at(slack, data, new ScriptedAnswerer())) {
            bot.answerTo("C1", "Who asked for the call?");

            assertThat(Patience.until(
                            () -> bot.server().get("/metrics").body().contains("footnote_questions_in_flight 0.0")))
                    .isTrue();
            assertThat(bot.server().get("/metrics").body())
                    .contains("footnote_questions_total{answerer=\"scripted\",outcome=\"answered\"} 1.0");
        }
    }

    @Test
    void countsWhatAModelTookAndNeverItsWords(@TempDir Path data) {
        try (FakeProvider provider = new FakeProvider()) {
            List<ModelUse.Observer> observers = new CopyOnWriteArrayList<>();
            Answerer model = ModelAnswerer.on(
                    provider, ModelAnswerer.LIMITS, use -> observers.forEach(observer -> observer.used(use)));
            try (RunningServer server = RunningServer.over(Path.of("seeds"), data, model, settings -> settings)) {
                observers.add(server.server().modelUse());
                provider.pieces = List.of("The call is set for 2030 GMT. It will last nine hours. [1]");
                server.ask("{\"question\": \"When is the call set for?\"}");
                provider.behaviour = FakeProvider.Behaviour.UNAUTHORIZED;
                server.ask("{\"question\": \"When is the call set for?\"}");

                assertThat(server.get("/metrics").body())
                        .contains("footnote_model_calls_total{model=\"openai:m\",outcome=\"answered\"} 1.0")
                        .contains("footnote_model_calls_total{model=\"openai:m\",outcome=\"wrong_key\"} 1.0")
                        .contains("footnote_model_tokens_total{direction=\"in\",model=\"openai:m\"} 100.0")
                        .contains("footnote_model_tokens_total{direction=\"out\",model=\"openai:m\"} 7.0")
                        .contains("footnote_model_sentences_withheld_total{model=\"openai:m\"} 1.0")
                        .contains("footnote_model_duration_seconds_count{step=\"all\"} 2")
                        .contains("footnote_answer_support_sum")
                        .doesNotContain("GMT");
            }
        }
    }
}
