package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.testing.FakeSlack;
import footnote.testing.Patience;
import footnote.testing.QuotingAnswerer;
import footnote.testing.RunningBot;
import footnote.testing.SlackEvents;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SocketLineTest {
    private static final String CHANNEL = "C1";
    private static final String QUESTION = "Who asked for the telephone call?";

    @TempDir
    private Path data;

    private final FakeSlack slack = FakeSlack.start();
    private final SlackEvents events = new SlackEvents();

    @AfterEach
    void stop() {
        slack.close();
    }

    private RunningBot bot() {
        return RunningBot.at(
                slack,
                data,
                new QuotingAnswerer(),
                usual -> new SlackSettings(
                        usual.botToken(),
                        null,
                        "xapp-1",
                        usual.api(),
                        usual.publicUrl(),
                        usual.folder(),
                        usual.pace()));
    }

    @Test
    void answersOnceWhatComesByTheSocketThoughItIsDeliveredAgain() {
        try (RunningBot bot = bot()) {
            assertThat(Patience.until(() -> slack.connections() == 1)).isTrue();
            String ts = slack.newTs();
            String mention = events.mention(CHANNEL, ts, "", QUESTION);
            slack.push("e1", "events_api", mention);
            bot.answerIn(CHANNEL, ts);
            slack.push("e2", "events_api", mention);

            assertThat(Patience.until(() -> slack.acknowledged().size() == 2)).isTrue();
            assertThat(slack.acknowledged()).containsExactly("e1", "e2");
        }
        assertThat(slack.answers(CHANNEL)).hasSize(1);
    }

    @Test
    void opensANewLineWhenSlackClosesTheOldOne() {
        try (RunningBot bot = bot()) {
            assertThat(Patience.until(() -> slack.connections() == 1)).isTrue();
            slack.hangUp();
            assertThat(Patience.until(() -> slack.connections() == 2)).isTrue();

            String ts = slack.newTs();
            slack.push("e1", "events_api", events.mention(CHANNEL, ts, "", QUESTION));
            bot.answerIn(CHANNEL, ts);
        }
    }

    @Test
    void waitsForASlackThatIsNotThereYet() {
        slack.fail("apps.connections.open", 3);
        try (RunningBot bot = bot()) {
            assertThat(Patience.until(() -> slack.connections() == 1)).isTrue();
            assertThat(bot.send(events.mention(CHANNEL, slack.newTs(), "", QUESTION))
                            .statusCode())
                    .as("no secret, no requests over HTTP")
                    .isEqualTo(401);
        }
    }
}
