package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.FakeSlack;
import footnote.testing.Patience;
import footnote.testing.RunningBot;
import footnote.testing.ScriptedAnswerer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangedQuestionTest {
    private static final String CHANNEL = "C1";
    private static final String FIRST = "Who asked for the call?";
    private static final String CHANGED = "<@UBOT> Please decline this";

    @TempDir
    private Path data;

    private final FakeSlack slack = FakeSlack.start();
    private final ScriptedAnswerer answerer = new ScriptedAnswerer();
    private RunningBot bot;

    @BeforeEach
    void start() {
        bot = RunningBot.eager(slack, data, answerer);
    }

    @AfterEach
    void stop() {
        answerer.release();
        bot.close();
        slack.close();
    }

    private String asked(String question) {
        String ts = slack.says(CHANNEL, "", "U1", "<@UBOT> " + question);
        bot.send(bot.events().mention(CHANNEL, ts, "", question));
        return ts;
    }

    private String edit(String ts, String when) {
        return bot.events().edited("channel", CHANNEL, ts, "", CHANGED, when);
    }

    private boolean becameDeclined(String message) {
        return Patience.until(() -> slack.answers(CHANNEL).stream()
                .anyMatch(one -> one.path("ts").asText().equals(message)
                        && one.path("text").asText().contains("answer this question")));
    }

    @Test
    void answersAnEditedQuestionAgainInPlace() {
        String ts = asked(FIRST);
        String message = bot.answerIn(CHANNEL, ts).path("ts").asText();
        String edit = edit(ts, "1800000000.000001");
        bot.send(edit);
        bot.send(edit);

        assertThat(becameDeclined(message)).isTrue();
        assertThat(slack.answers(CHANNEL)).hasSize(1);
        assertThat(answerer.asked()).hasSize(2);
    }

    @Test
    void answersAQuestionThatIsEditedWhileItIsAnswered() {
        String ts = asked("Tell me slowly who asked");
        assertThat(Patience.until(() -> !slack.calls("chat.startStream").isEmpty()))
                .isTrue();
        String message = slack.answers(CHANNEL).getFirst().path("ts").asText();
        bot.send(edit(ts, "1800000000.000001"));

        assertThat(becameDeclined(message)).isTrue();
        assertThat(slack.answers(CHANNEL)).hasSize(1);
    }

    @Test
    void findsTheAnswerToAnEditedQuestionInSlackIfItHasForgottenIt(@TempDir Path other) {
        String ts = asked(FIRST);
        String message = bot.answerIn(CHANNEL, ts).path("ts").asText();
        try (RunningBot forgetful = RunningBot.at(slack, other, answerer)) {
            forgetful.send(edit(ts, "1800000000.000001"));

            assertThat(becameDeclined(message)).isTrue();
        }
        assertThat(slack.answers(CHANNEL)).hasSize(1);
    }

    @Test
    void answersAMessageThatBecomesAQuestionByAnEdit() {
        String ts = slack.says(CHANNEL, "", "U1", "Who asked for it?");
        bot.send(edit(ts, "1800000000.000001"));

        assertThat(bot.answerIn(CHANNEL, ts).path("text").asText()).contains("answer this question");
    }

    @Test
    void takesNoNoticeWhereOnlyAPreviewWasAdded() {
        String ts = asked(FIRST);
        bot.answerIn(CHANNEL, ts);
        bot.send(bot.events().event("""
                        {"type":"message","subtype":"message_changed","channel":"C1","channel_type":"channel","ts":"1800000000.000001",
                         "message":{"type":"message","user":"U1","ts":"%s","text":"<@UBOT> x","attachments":[]},
                         "previous_message":{"type":"message","user":"U1","ts":"%s","text":"<@UBOT> x"}}""".formatted(ts, ts)));
        bot.answerTo(CHANNEL, "Who is Putin?");

        assertThat(answerer.asked()).hasSize(2);
    }

    @Test
    void removesTheAnswerToADeletedQuestion() {
        String ts = asked(FIRST);
        bot.answerIn(CHANNEL, ts);
        bot.send(bot.events().deleted("channel", CHANNEL, ts, "", "<@UBOT> " + FIRST));

        assertThat(Patience.until(() -> slack.answers(CHANNEL).isEmpty())).isTrue();
    }

    @Test
    void removesTheAnswerToADeletedQuestionThatHadReplies() {
        String ts = asked(FIRST);
        bot.answerIn(CHANNEL, ts);
        bot.send(bot.events().event("""
                        {"type":"message","subtype":"message_changed","channel":"C1","channel_type":"channel","ts":"1800000000.000001",
                         "message":{"type":"message","subtype":"tombstone","user":"USLACKBOT","ts":"%s","thread_ts":"%s",
                          "text":"This message was deleted."},
                         "previous_message":{"type":"message","user":"U1","ts":"%s","text":"x"}}""".formatted(ts, ts, ts)));

        assertThat(Patience.until(() -> slack.answers(CHANNEL).isEmpty())).isTrue();
    }

    @Test
    void stopsAnsweringAQuestionThatIsDeletedMeanwhile() {
        String ts = asked("Tell me slowly who asked");
        assertThat(Patience.until(() -> !slack.calls("chat.startStream").isEmpty()))
                .isTrue();
        String deletion = bot.events().deleted("channel", CHANNEL, ts, "", "<@UBOT> x");
        bot.send(deletion);
        bot.send(deletion);

        assertThat(Patience.until(() -> slack.answers(CHANNEL).isEmpty())).isTrue();
        bot.send(bot.events().mention(CHANNEL, ts, "", "Tell me slowly who asked"));
        JsonNode other = bot.answerTo(CHANNEL, FIRST);
        assertThat(slack.answers(CHANNEL)).hasSize(1);
        assertThat(other.path("text").asText()).contains("[1]");
    }
}
