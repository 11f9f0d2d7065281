package footnote.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.testing.HeldAnswerer;
import footnote.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Repeated, for what may go wrong depends on when the question after it arrives. */
    @RepeatedTest(10)
    void finishesTheAnswerInFlightWhenItStops(@TempDir Path data) throws Exception {
        HeldAnswerer held = new HeldAnswerer();
        try (RunningServer server = RunningServer.over(Path.of("seeds"), data, held, settings -> settings)) {
            var asked = server.sending(server.posting("/api/ask", "{\"question\": \"When do Biden and Putin talk?\"}")
                    .build());
            assertThat(held.wasAsked()).isTrue();
            Thread stopping = Thread.ofPlatform().start(server.server()::close);
            assertThat(turnsRequestsAway(server)).isTrue();
            assertThat(asked).isNotDone();
            held.release();

            HttpResponse<String> reply = asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(RunningServer.json(reply).path("status").textValue()).isEqualTo("answered");
            assertThat(stopping.join(PATIENCE)).isTrue();
        }
    }

    @Test
    void cutsOffAnAnswerThatOutlastsTheStopAndSaysNothingOfAFault(@TempDir Path data) throws Exception {
        HeldAnswerer held = new HeldAnswerer();
        Limits hasty = Limits.usual().withStop(Duration.ofMillis(200));
        try (RunningServer server =
                RunningServer.over(Path.of("seeds"), data, held, settings -> settings.withLimits(hasty))) {
            var asked = server.sending(server.posting("/api/ask", "{\"question\": \"When do Biden and Putin talk?\"}")
                    .build());
            assertThat(held.wasAsked()).isTrue();
            server.server().close();

            assertThatThrownBy(() -> asked.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .hasCauseInstanceOf(IOException.class);
            held.release();
        }
    }

    private static boolean turnsRequestsAway(RunningServer server) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (server.get("/health/ready").statusCode() == 503) {
                    return true;
                }
            } catch (UncheckedIOException refused) {
                return true;
            }
        }
        return false;
    }
}
