package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.FakeSlack;
import footnote.testing.Patience;
import footnote.testing.RunningBot;
import footnote.testing.ScriptedAnswerer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LiveMessageTest {
    private static final String CHANNEL = "C1";
    private static final String SLOW = "Tell me slowly who asked for the call";

    @TempDir
    private Path data;

    private final FakeSlack slack = FakeSlack.start();
    private final ScriptedAnswerer answerer = new ScriptedAnswerer();

    @AfterEach
    void stop() {
        slack.close();
    }

    @Test
    void streamsWhatIsWrittenAndEndsWithTheCheckedAnswer() {
        try (RunningBot bot = RunningBot.eager(slack, data, answerer)) {
            String ts = slack.newTs();
            bot.send(bot.events().mention(CHANNEL, ts, "", SLOW));
            assertThat(Patience.until(() -> slack.calls("chat.appendStream").size() > 1
                            || !slack.calls("chat.startStream").isEmpty()))
                    .isTrue();
            assertThat(slack.answers(CHANNEL).getFirst().path("streaming").asBoolean())
                    .isTrue();
            answerer.release();

            JsonNode answer = bot.answerIn(CHANNEL, ts);
            assertThat(answer.path("text").asText()).contains("[1]").contains("[2]");
            assertThat(answer.path("streaming").asBoolean()).isFalse();
        }
        FakeSlack.Call start = slack.calls("chat.startStream").getFirst();
        assertThat(start.field("recipient_user_id")).isEqualTo("U1");
        assertThat(start.field("recipient_team_id")).isEqualTo("T1");
        assertThat(slack.calls("chat.stopStream")).hasSize(1);
        assertThat(slack.calls("chat.postMessage")).isEmpty();
        assertThat(slack.answers(CHANNEL)).hasSize(1);
    }

    @Test
    void updatesOneMessageWhereTheWorkspaceHasNoStreams() {
        slack.refuse("chat.startStream", "unknown_method");
        slack.refuse("assistant.threads.setStatus", "missing_scope");
        try (RunningBot bot = RunningBot.eager(slack, data, answerer)) {
            String ts = slack.newTs();
            bot.send(bot.events().mention(CHANNEL, ts, "", SLOW));
            assertThat(Patience.until(() -> !slack.calls("chat.update").isEmpty()))
                    .isTrue();
            assertThat(slack.calls("chat.postMessage").getFirst().field("text")).isEqualTo("Reading the passages…");
            answerer.release();
            bot.answerIn(CHANNEL, ts);
            bot.answerTo(CHANNEL, "Who asked for the call?");
        }
        assertThat(slack.answers(CHANNEL)).hasSize(2);
        assertThat(slack.calls("assistant.threads.setStatus")).as("asked once").hasSize(1);
        assertThat(slack.calls("chat.startStream")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void updatesAtASaneRate() {
        slack.refuse("chat.startStream", "unknown_method");
        Duration show = Duration.ofMillis(400);
        try (RunningBot bot = RunningBot.at(
                slack,
                data,
                answerer,
                settings -> settings.withPace(settings.pace().withShow(show)))) {
            String ts = slack.newTs();
            bot.send(bot.events().mention(CHANNEL, ts, "", SLOW));
            assertThat(Patience.until(() -> slack.calls("chat.update").size() >= 3))
                    .isTrue();
            answerer.release();
            bot.answerIn(CHANNEL, ts);
        }
        List<FakeSlack.Call> updates = slack.calls("chat.update");
        for (int at = 2; at < updates.size() - 1; at++) {
            assertThat(updates.get(at).nanos() - updates.get(at - 1).nanos()).isGreaterThan(show.toNanos() / 2);
        }
    }

    @Test
    void postsAnAnswerThatIsQuickInOneMessage() {
        try (RunningBot bot = RunningBot.at(slack, data, answerer)) {
            bot.answerTo(CHANNEL, "Who asked for the call?");
        }
        assertThat(slack.calls("chat.postMessage")).hasSize(1);
        assertThat(slack.calls("chat.update")).isEmpty();
        assertThat(slack.calls("chat.startStream")).isEmpty();
    }

    @Test
    void replacesAStreamThatSlackHasStoppedByItself() {
        slack.refuse("chat.appendStream", "message_not_in_streaming_state");
        try (RunningBot bot = RunningBot.eager(slack, data, answerer)) {
            String ts = slack.newTs();
            bot.send(bot.events().mention(CHANNEL, ts, "", SLOW));
            assertThat(Patience.until(() -> !slack.calls("chat.appendStream").isEmpty()))
                    .isTrue();
            answerer.release();

            assertThat(bot.answerIn(CHANNEL, ts).path("text").asText()).contains("[1]");
        }
        assertThat(slack.answers(CHANNEL)).hasSize(1);
    }
}
