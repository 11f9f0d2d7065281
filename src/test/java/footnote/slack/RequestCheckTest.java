package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.FakeSlack;
import footnote.testing.RunningBot;
import footnote.testing.RunningServer;
import footnote.testing.SlackEvents;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestCheckTest {
    private static final String JSON = "application/json";

    @TempDir
    private static Path data;

    private static FakeSlack slack;
    private static RunningBot bot;
    private final SlackEvents events = new SlackEvents();

    @BeforeAll
    static void start() {
        slack = FakeSlack.start();
        bot = RunningBot.at(slack, data);
    }

    @AfterAll
    static void stop() {
        bot.close();
        slack.close();
    }

    @Test
    void provesItsAddressToSlack() {
        HttpResponse<String> reply =
                bot.send("{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"3eZbrw1aB\"}");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("3eZbrw1aB");
    }

    @Test
    void refusesABodyThatWasNotSigned() throws Exception {
        String body = events.mention("C1", "1.000001", "", "Who asked for the call?");

        refuses(HttpRequest.newBuilder(bot.address())
                .header("Content-Type", JSON)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void refusesABodyThatWasSignedForAnother() throws Exception {
        HttpRequest signed = events.signed(bot.address(), events.mention("C1", "1.000002", "", "Who?"), JSON);

        refuses(HttpRequest.newBuilder(signed, (name, value) -> true)
                .POST(BodyPublishers.ofString(events.mention("C1", "1.000002", "", "What?")))
                .build());
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, -86_400, 301, 86_400})
    void refusesAnOldTimestampAndOneOfTheFuture(long seconds) throws Exception {
        String body = events.mention("C1", "1.000003", "", "Who asked for the call?");

        refuses(events.signed(bot.address(), body, JSON, Instant.now().plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "99999999999999999999", "9223372036854775807"})
    void refusesATimestampThatIsNone(String timestamp) throws Exception {
        refuses(HttpRequest.newBuilder(bot.address())
                .header("Content-Type", JSON)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", "v0=00")
                .POST(BodyPublishers.ofString("{}"))
                .build());
    }

    private static void refuses(HttpRequest request) throws Exception {
        int before = slack.calls().size();
        HttpResponse<String> reply = bot.server().send(request);

        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.body()).doesNotContain(SlackEvents.SECRET);
        try (var files = Files.list(data.resolve("slack/questions"))) {
            assertThat(files).isEmpty();
        }
        assertThat(slack.calls())
                .filteredOn(call -> !call.method().equals("auth.test"))
                .hasSize(before - authTests());
    }

    private static int authTests() {
        return slack.calls("auth.test").size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"type\":\"event_callback\"}", "{\"type\":\"nothing\"}", "a=b&c=d"})
    void refusesWhatSlackSignedButNobodyUnderstands(String body) {
        assertThat(bot.send(body).statusCode()).isEqualTo(400);
    }

    @Test
    void isNotThereWithoutATokenOfSlacks(@TempDir Path other) {
        try (RunningServer server = RunningServer.over(Path.of("seeds"), other)) {
            HttpResponse<String> reply = server.post("/slack/events", "{}");

            assertThat(reply.statusCode()).isEqualTo(404);
            assertThat(other.resolve("slack")).doesNotExist();
        }
    }
}
