package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SlackSettingsTest {
    private static final String BOT = "SLACK_BOT_TOKEN";
    private static final String SECRET = "SLACK_SIGNING_SECRET";
    private static final String APP = "SLACK_APP_TOKEN";

    private static Optional<SlackSettings> from(Map<String, String> environment) {
        return SlackSettings.from(environment, SlackSettings.SLACK, null, Path.of("slack"));
    }

    @Test
    void areNoneWhereNoTokenIsSet() {
        assertThat(from(Map.of())).isEmpty();
        assertThat(from(Map.of(BOT, "  ", SECRET, "s"))).isEmpty();
    }

    @Test
    void nameTheVariableThatIsMissing() {
        assertThatThrownBy(() -> from(Map.of(BOT, "xoxb-1")))
                .hasMessageContaining(SECRET)
                .hasMessageContaining(APP)
                .hasMessageNotContaining("xoxb-1");
        assertThatThrownBy(() -> from(Map.of(APP, "xapp-1")))
                .hasMessage("SLACK_APP_TOKEN is set, so SLACK_BOT_TOKEN must be set too");
    }

    @Test
    void chooseSocketModeWhereAnAppTokenIsSet() {
        assertThat(from(Map.of(BOT, "xoxb-1", APP, "xapp-1"))).hasValueSatisfying(settings -> {
            assertThat(settings.appToken()).isEqualTo("xapp-1");
            assertThat(settings.signingSecret()).isNull();
        });
    }

    @Test
    void sayNoSecretAloud() {
        assertThat(from(Map.of(BOT, "xoxb-1", SECRET, "hush", APP, "xapp-1")).map(SlackSettings::toString))
                .hasValue("Slack by Socket Mode at https://slack.com/api/");
    }

    @Test
    void takeAnAddressWithOrWithoutItsLastSlash() {
        SlackSettings settings = new SlackSettings(
                "xoxb-1", "s", null, URI.create("http://localhost:1/api"), null, Path.of("slack"), Pace.usual());

        assertThat(settings.api()).hasToString("http://localhost:1/api/");
    }
}
