package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.FakeSlack;
import footnote.testing.Patience;
import footnote.testing.RunningBot;
import footnote.testing.ScriptedAnswerer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SlashCommandTest {
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

    private HttpResponse<String> command(String text, String trigger) {
        return bot.sendForm(bot.events().command(text, trigger, slack.responseAddress("r1")));
    }

    private List<JsonNode> responses(int count) {
        assertThat(Patience.until(() -> slack.calls("respond").size() >= count)).isTrue();
        return slack.calls("respond").stream().map(call -> call.json("body")).toList();
    }

    @Test
    void repliesToTheAskerAlone() {
        HttpResponse<String> acknowledged = command("Who asked for the call?", "1.1");

        assertThat(acknowledged.statusCode()).isEqualTo(200);
        assertThat(acknowledged.body()).contains("Reading the passages");
        JsonNode response = responses(1).getFirst();
        assertThat(response.path("response_type").asText()).isEqualTo("ephemeral");
        assertThat(response.path("text").asText()).contains("[1]");
        assertThat(response.path("blocks").toString()).contains("Share with the channel");
        assertThat(slack.calls("chat.postMessage")).isEmpty();
    }

    @Test
    void answersOnceThoughTheCommandComesTwice() {
        command("Who asked for the call?", "1.1");
        command("Who asked for the call?", "1.1");
        command("Who is Putin?", "1.2");

        responses(2);
        assertThat(answerer.asked()).hasSize(2);
    }

    @Test
    void sharesTheAnswerWithTheChannelOnce() {
        command("Who asked for the <!channel> call?", "1.1");
        String id = shareValue(responses(1).getFirst());
        String press = bot.events().pressed("share", id, slack.responseAddress("r2"));
        bot.sendForm(press);
        bot.sendForm(press);

        List<JsonNode> responses = responses(3);
        JsonNode shared = responses.get(1);
        assertThat(shared.path("response_type").asText()).isEqualTo("in_channel");
        assertThat(shared.path("text").asText()).contains("[1]");
        assertThat(shared.path("blocks").toString()).contains("<@U1> asked").doesNotContain("<!channel>");
        assertThat(responses.get(2).path("delete_original").asBoolean()).isTrue();
        bot.sendForm(bot.events().pressed("share", "unknown", slack.responseAddress("r3")));
        assertThat(responses(4).get(3).path("text").asText()).contains("too old to be shared");
    }

    private static String shareValue(JsonNode response) {
        for (JsonNode block : response.path("blocks")) {
            for (JsonNode element : block.path("elements")) {
                if (element.path("action_id").asText().equals("share")) {
                    return element.path("value").asText();
                }
            }
        }
        return "";
    }

    @Test
    void saysHowItIsUsedWhereNoQuestionIsGiven() {
        assertThat(command("", "1.1").body()).contains("Write your question behind the command: /footnote");
        assertThat(slack.calls("respond")).isEmpty();
    }

    @Test
    void namesTheRuleThatAQuestionBreaks() {
        command("why ".repeat(600), "1.1");

        assertThat(responses(1).getFirst().path("text").asText()).contains("must have at most 2000 characters");
    }

    @Test
    void leavesAPoliteMessageWhereTheAnswerFails() {
        command("Does the call fail?", "1.1");

        assertThat(responses(1).getFirst().path("text").asText()).startsWith("Sorry, I could not answer");
    }

    @Test
    void keepsFeedbackInTheSameFileAsThePage() throws Exception {
        JsonNode answer = bot.answerTo("C1", "Who asked for the call?");
        String blocks = answer.path("blocks").toString();
        assertThat(blocks).contains("context_actions").contains("feedback_buttons");
        String value = blocks.replaceAll(".*\"value\":\"(down:[^\"]*)\".*", "$1");
        assertThat(bot.sendForm(bot.events().pressed("feedback", value, slack.responseAddress("f")))
                        .statusCode())
                .isEqualTo(200);

        JsonNode kept = FakeSlack.parsed(java.nio.file.Files.readString(data.resolve("feedback.jsonl")));
        assertThat(kept.path("verdict").asText()).isEqualTo("down");
        assertThat("down:" + kept.path("id").asText()).isEqualTo(value);
    }
}
