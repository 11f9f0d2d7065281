package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestTest {
    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("src/main/deploy/slack-manifest.yaml"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app_mention",
                "assistant_thread_started",
                "message.channels",
                "message.groups",
                "message.im",
                "message.mpim",
                "app_mentions:read",
                "assistant:write",
                "chat:write",
                "commands",
                "channels:history",
                "groups:history",
                "im:history",
                "mpim:history",
                "metadata.message:read"
            })
    void asksForEveryEventAndRightThatTheBotUses(String name) throws IOException {
        assertThat(lines()).contains("      - " + name);
    }

    @Test
    void needsNoAddressUnlessItsLinesAreTakenIn() throws IOException {
        assertThat(lines()).contains("  socket_mode_enabled: true", "    is_enabled: true");
        assertThat(lines().stream().filter(line -> line.contains("https://footnote.example.org/slack/events")))
                .hasSize(3)
                .allMatch(line -> line.startsWith("#"));
    }
}
