package footnote.answer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import footnote.testing.FakeProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ModelCallsTest {
    private static final ModelLimits ONE_AT_A_TIME = new ModelLimits(
            Duration.ofSeconds(60), Duration.ofSeconds(100), 1, Duration.ofSeconds(100), Duration.ofMillis(5), 5_000);

    private final FakeProvider provider = new FakeProvider();

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void questionsTakeTheirTurnInTheOrderOfTheirComing() throws InterruptedException {
        provider.pause = Duration.ofMillis(50);
        ModelCalls calls = Answering.calls(provider, ModelName.Provider.OPENAI, ONE_AT_A_TIME);
        List<Thread> askers = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            String question = "question " + (char) ('a' + at);
            Thread asker = Thread.ofPlatform().start(() -> calls.ask(List.of(UserMessage.from(question)), piece -> {}));
            askers.add(asker);
            while (asker.getState() != Thread.State.TIMED_WAITING && asker.isAlive()) {
                Thread.onSpinWait();
            }
        }
        for (Thread asker : askers) {
            asker.join();
        }

        assertThat(provider.asked).hasSize(12);
        for (int at = 0; at < 12; at++) {
            assertThat(provider.asked.get(at)).contains("question " + (char) ('a' + at));
        }
    }
}
