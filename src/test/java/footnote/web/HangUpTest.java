package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.Answerer;
import footnote.answer.Assistant.AskerGone;
import footnote.answer.Draft;
import footnote.answer.Evidence;
import footnote.testing.RunningServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HangUpTest {
    @Test
    void stopsTheWorkWhenTheClientHangsUp(@TempDir Path data) throws IOException, InterruptedException {
        EndlessAnswerer endless = new EndlessAnswerer();
        try (RunningServer server = RunningServer.over(Path.of("seeds"), data, endless, settings -> settings);
                HttpClient client = HttpClient.newHttpClient()) {
            var request = server.request("/api/ask")
                    .header("Content-Type", "application/json")
                    .header("Accept", "text/event-stream")
                    .POST(BodyPublishers.ofString("{\"question\": \"Who met Putin?\"}"))
                    .build();

            try (InputStream reply =
                    client.send(request, BodyHandlers.ofInputStream()).body()) {
                assertThat(reply.readNBytes(2_000)).hasSize(2_000);
            }

            assertThat(endless.stopped.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static final class EndlessAnswerer implements Answerer {
        final CountDownLatch stopped = new CountDownLatch(1);

        @Override
        public String name() {
            return "endless";
        }

        @Override
        public Draft answer(Evidence evidence, Consumer<String> pieces) {
            try {
                while (true) {
                    pieces.accept("and so on ");
                }
            } catch (AskerGone gone) {
                stopped.countDown();
                throw gone;
            }
        }
    }
}
