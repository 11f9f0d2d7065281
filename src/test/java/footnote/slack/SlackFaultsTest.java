package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.FakeSlack;
import footnote.testing.Patience;
import footnote.testing.RunningBot;
import footnote.testing.ScriptedAnswerer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SlackFaultsTest {
    private static final String CHANNEL = "C1";
    private static final String QUESTION = "Who asked for the call?";

    @TempDir
    private Path data;

    private final FakeSlack slack = FakeSlack.start();

    @AfterEach
    void stop() {
        slack.close();
    }

    private RunningBot bot() {
        return RunningBot.at(slack, data);
    }

    @Test
    void waitsAsLongAsARateLimitAsks() {
        slack.limit("chat.postMessage", 1, 2);
        try (RunningBot bot = bot()) {
            bot.answerTo(CHANNEL, QUESTION);
        }
        List<FakeSlack.Call> posts = slack.calls("chat.postMessage");
        assertThat(posts).hasSize(2);
        assertThat(Duration.ofNanos(posts.get(1).nanos() - posts.get(0).nanos()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void triesAgainWithGrowingPausesWhileSlackIsOut() {
        slack.fail("chat.postMessage", 3);
        try (RunningBot bot = bot()) {
            bot.answerTo(CHANNEL, QUESTION);
        }
        List<FakeSlack.Call> posts = slack.calls("chat.postMessage");
        assertThat(posts).hasSize(4);
        assertThat(posts.get(3).nanos() - posts.get(2).nanos())
                .isGreaterThan(Duration.ofMillis(40).toNanos());
    }

    @Test
    void postsOnceThoughSlacksReplyToThePostWasLost() {
        slack.loseReply("chat.postMessage", 2);
        try (RunningBot bot = bot()) {
            bot.answerTo(CHANNEL, QUESTION);
            assertThat(Patience.until(
                            () -> !slack.calls("conversations.replies").isEmpty()))
                    .isTrue();
        }
        assertThat(slack.answers(CHANNEL)).hasSize(1);
        assertThat(slack.calls("chat.postMessage")).hasSize(1);
    }

    @Test
    void writesIntoTheStreamWhoseStartWasNotConfirmed() {
        ScriptedAnswerer answerer = new ScriptedAnswerer();
        slack.loseReply("chat.startStream", 1);
        try (RunningBot bot = RunningBot.eager(slack, data, answerer)) {
            String ts = slack.newTs();
            bot.send(bot.events().mention(CHANNEL, ts, "", "Tell me slowly who asked"));
            assertThat(Patience.until(() -> !slack.calls("chat.startStream").isEmpty()))
                    .isTrue();
            answerer.release();
            bot.answerIn(CHANNEL, ts);
        }
        assertThat(slack.answers(CHANNEL)).hasSize(1);
    }

    @Test
    void givesUpAfterSomeTriesAndGoesOnWithTheNextQuestion() {
        slack.fail("chat.postMessage", 6);
        try (RunningBot bot = bot()) {
            String lost = slack.newTs();
            bot.send(bot.events().mention(CHANNEL, lost, "", QUESTION));
            assertThat(Patience.until(() -> slack.calls("chat.postMessage").size() == 6))
                    .isTrue();

            bot.answerTo(CHANNEL, QUESTION);
        }
        assertThat(slack.answers(CHANNEL)).hasSize(1);
    }

    @Test
    void acknowledgesAtOnceThoughSlackIsSlow() {
        for (String method : List.of("auth.test", "assistant.threads.setStatus", "chat.postMessage")) {
            slack.delay(method, Duration.ofSeconds(4));
        }
        try (RunningBot bot = bot()) {
            String ts = slack.newTs();
            long sent = System.nanoTime();
            assertThat(bot.send(bot.events().mention(CHANNEL, ts, "", QUESTION)).statusCode())
                    .isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(3));
            bot.answerIn(CHANNEL, ts);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_blocks", "invalid_blocks_format"})
    void givesPlainButtonsWhereSlackDoesNotKnowItsOwn(String error) {
        slack.refuseBlocks("context_actions", error);
        try (RunningBot bot = bot()) {
            String blocks = bot.answerTo(CHANNEL, QUESTION).path("blocks").toString();
            bot.answerTo(CHANNEL, QUESTION);

            assertThat(blocks).contains("feedback-up").doesNotContain("context_actions");
        }
        assertThat(slack.calls("chat.postMessage")).hasSize(3);
    }

    @Test
    void neverLetsTheTokenIntoAMessage() {
        try (RunningBot bot = bot()) {
            bot.answerTo(CHANNEL, QUESTION);
        }
        assertThat(slack.answers(CHANNEL).stream().map(Object::toString).collect(Collectors.joining()))
                .doesNotContain("xoxb-secret");
    }
}
