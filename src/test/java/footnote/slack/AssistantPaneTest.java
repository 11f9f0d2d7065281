package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.FakeSlack;
import footnote.testing.Patience;
import footnote.testing.RunningBot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssistantPaneTest {
    private static final String PANE = "D1";

    @TempDir
    private Path data;

    @Test
    void suggestsQuestionsThenNamesAndAnswersTheConversation() {
        try (FakeSlack slack = FakeSlack.start();
                RunningBot bot = RunningBot.at(slack, data)) {
            String thread = slack.newTs();
            bot.send(bot.events().paneOpened(PANE, thread));
            assertThat(Patience.until(() -> !slack.calls("assistant.threads.setSuggestedPrompts")
                            .isEmpty()))
                    .isTrue();
            JsonNode prompts = slack.calls("assistant.threads.setSuggestedPrompts")
                    .getFirst()
                    .json("prompts");
            assertThat(prompts).hasSize(2);
            assertThat(prompts.get(0).path("message").asText()).isEqualTo("Who asked for the call?");

            String first = slack.says(PANE, thread, "U1", "Who asked for the telephone call?");
            bot.send(bot.events().message("im", PANE, first, thread, "Who asked for the telephone call?"));
            assertThat(bot.answerIn(PANE, thread).path("text").asText()).contains("[1]");
            String second = slack.says(PANE, thread, "U1", "And when was it set for?");
            bot.send(bot.events().message("im", PANE, second, thread, "And when was it set for?"));
            assertThat(Patience.until(() -> slack.answers(PANE).size() == 2)).isTrue();

            assertThat(slack.calls("assistant.threads.setTitle")).hasSize(1);
            assertThat(slack.calls("assistant.threads.setTitle").getFirst().field("title"))
                    .isEqualTo("Who asked for the telephone call?");
            assertThat(slack.calls("assistant.threads.setStatus").getFirst().field("thread_ts"))
                    .isEqualTo(thread);
        }
    }
}
