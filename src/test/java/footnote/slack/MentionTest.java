package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.FakeSlack;
import footnote.testing.Patience;
import footnote.testing.RunningBot;
import footnote.testing.ScriptedAnswerer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MentionTest {
    private static final String CHANNEL = "C1";
    private static final String DIRECT = "D1";

    @TempDir
    private Path data;

    private final FakeSlack slack = FakeSlack.start();
    private final ScriptedAnswerer answerer = new ScriptedAnswerer();
    private RunningBot bot;

    @BeforeEach
    void start() {
        bot = RunningBot.at(slack, data, answerer);
    }

    @AfterEach
    void stop() {
        bot.close();
        slack.close();
    }

    @Test
    void answersAMentionInItsThread() {
        JsonNode answer = bot.answerTo(CHANNEL, "Who asked for the telephone call?");

        assertThat(answer.path("text").asText()).contains("[1]");
        assertThat(slack.answers(CHANNEL)).hasSize(1);
        assertThat(answerer.asked())
                .extracting(evidence -> evidence.question().text())
                .containsExactly("Who asked for the telephone call?");
    }

    @Test
    void answersADirectMessage() {
        String ts = slack.says(DIRECT, "", "U1", "Who asked for the call?");
        bot.send(bot.events().message("im", DIRECT, ts, "", "Who asked for the call?"));

        assertThat(bot.answerIn(DIRECT, ts).path("text").asText()).contains("[1]");
    }

    @Test
    void answersAFollowUpWithoutAMentionAndWithTheHistoryOfTheThread() {
        String first = slack.says(CHANNEL, "", "U1", "<@UBOT> Who asked for the call?");
        bot.send(bot.events().mention(CHANNEL, first, "", "Who asked for the call?"));
        String said = bot.answerIn(CHANNEL, first).path("text").asText();

        String second = slack.says(CHANNEL, first, "U1", "And &lt;when&gt; was it?");
        bot.send(bot.events().message("channel", CHANNEL, second, first, "And &lt;when&gt; was it?"));

        assertThat(Patience.until(() -> slack.answers(CHANNEL).size() == 2)).isTrue();
        assertThat(Patience.until(() -> answerer.asked().size() == 2)).isTrue();
        var question = answerer.asked().get(1).question();
        assertThat(question.text()).isEqualTo("And <when> was it?");
        assertThat(question.history()).hasSize(2);
        assertThat(question.history().get(0).text()).isEqualTo("Who asked for the call?");
        assertThat(question.history().get(1).text())
                .isEqualTo(SlackMarkup.plain(said, FakeSlack.BOT))
                .contains("[1]")
                .doesNotContain("<http");
    }

    @Test
    void knowsFromSlackAThreadThatItAnsweredInBeforeItForgot(@TempDir Path other) {
        String first = slack.says(CHANNEL, "", "U1", "<@UBOT> Who asked for the call?");
        bot.send(bot.events().mention(CHANNEL, first, "", "Who asked for the call?"));
        bot.answerIn(CHANNEL, first);

        try (RunningBot forgetful = RunningBot.at(slack, other, answerer)) {
            String second = slack.says(CHANNEL, first, "U1", "And when was it?");
            forgetful.send(bot.events().message("channel", CHANNEL, second, first, "And when was it?"));

            assertThat(Patience.until(() -> slack.answers(CHANNEL).size() == 2)).isTrue();
        }
    }

    @Test
    void staysOutOfThreadsAndTalkThatAreNotItsOwn() {
        String other = slack.says(CHANNEL, "", "U1", "Lunch?");
        String reply = slack.says(CHANNEL, other, "U2", "Yes.");
        bot.send(bot.events().message("channel", CHANNEL, other, "", "Lunch?"));
        bot.send(bot.events().message("channel", CHANNEL, reply, other, "Yes."));
        assertThat(Patience.until(() -> slack.calls("conversations.replies").size() == 1))
                .isTrue();

        bot.answerTo(CHANNEL, "Who asked for the call?");
        assertThat(slack.answers(CHANNEL)).hasSize(1);
        assertThat(answerer.asked()).hasSize(1);
    }

    @Test
    void leavesAMessageInItsThreadAloneThatSpeaksToAnother() {
        String first = slack.says(CHANNEL, "", "U1", "<@UBOT> Who asked for the call?");
        bot.send(bot.events().mention(CHANNEL, first, "", "Who asked for the call?"));
        bot.answerIn(CHANNEL, first);

        String aside = slack.says(CHANNEL, first, "U1", "<@U2> see above");
        bot.send(bot.events().message("channel", CHANNEL, aside, first, "<@U2> see above"));
        bot.answerTo(CHANNEL, "Who is Putin?");

        assertThat(answerer.asked()).hasSize(2);
    }

    @Test
    void hearsNoBotAndNotItself() {
        String ts = slack.newTs();
        bot.send(bot.events().botMessage(CHANNEL, ts, "", "U7", "<@UBOT> Who asked for the call?"));
        bot.send(bot.events().botMessage(DIRECT, slack.newTs(), "", FakeSlack.BOT, "Who asked for the call?"));
        bot.send(bot.events()
                .event("{\"type\":\"message\",\"subtype\":\"bot_message\",\"channel\":\"D1\",\"channel_type\":\"im\","
                        + "\"bot_id\":\"B9\",\"ts\":\"" + ts + "\",\"text\":\"Who asked for the call?\"}"));
        bot.answerTo(CHANNEL, "Who is Putin?");

        assertThat(answerer.asked()).hasSize(1);
    }

    @Test
    void saysWhatItDoesBeforeItAnswers() {
        bot.answerTo(CHANNEL, "Who asked for the call?");

        List<String> methods = slack.calls().stream()
                .map(FakeSlack.Call::method)
                .filter(method -> !method.equals("auth.test"))
                .toList();
        assertThat(methods).startsWith("assistant.threads.setStatus");
        assertThat(slack.calls("assistant.threads.setStatus").getFirst().field("status"))
                .isEqualTo("is reading the passages…");
    }

    @Test
    void asksForAQuestionWhereThereIsNone() {
        JsonNode answer = bot.answerTo(CHANNEL, " ");

        assertThat(answer.path("text").asText()).contains("Ask me a question");
        assertThat(answerer.asked()).isEmpty();
    }

    @Test
    void namesTheRuleThatAQuestionBreaks() {
        JsonNode answer = bot.answerTo(CHANNEL, "why ".repeat(600));

        assertThat(answer.path("text").asText()).contains("must have at most 2000 characters, got 2399");
    }

    @Test
    void leavesAPoliteMessageWhereTheAnswerFails() {
        JsonNode answer = bot.answerTo(CHANNEL, "Does the call fail?");

        assertThat(answer.path("text").asText())
                .startsWith("Sorry, I could not answer")
                .doesNotContain("scripted");
        assertThat(slack.answers(CHANNEL)).hasSize(1);
    }
}
