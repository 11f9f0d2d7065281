package footnote.slack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the bot reaches Slack and is reached by it. Never printed: it holds secrets.
 *
 * @param botToken Slack's {@code xoxb-…}
 * @param signingSecret what Slack's requests are signed with; null if only Socket Mode is used
 * @param appToken Slack's {@code xapp-…}, which turns Socket Mode on; null for requests over HTTP
 * @param api where Slack's methods are called, ending with a slash
 * @param publicUrl where people reach the page; null if nowhere, then footnotes carry no links
 * @param folder where it is kept what has been answered; replicas share it
 */
public record SlackSettings(
        String botToken,
        @Nullable String signingSecret,
        @Nullable String appToken,
        URI api,
        @Nullable URI publicUrl,
        Path folder,
        Pace pace) {
    public static final URI SLACK = URI.create("https://slack.com/api/");

    public SlackSettings {
        if (signingSecret == null && appToken == null) {
            throw new IllegalStateException(
                    "SLACK_BOT_TOKEN is set, so SLACK_SIGNING_SECRET (events over HTTP) or SLACK_APP_TOKEN (Socket Mode)"
                            + " must be set too");
        }
        if (!api.getPath().endsWith("/")) {
            api = URI.create(api + "/");
        }
    }

    /**
     * What the environment sets; empty if it sets no token.
     *
     * @throws IllegalStateException if a variable is missing that the others need; the message names it
     */
    public static Optional<SlackSettings> from(
            Map<String, String> environment, URI api, @Nullable URI publicUrl, Path folder) {
        String botToken = value(environment, "SLACK_BOT_TOKEN");
        String appToken = value(environment, "SLACK_APP_TOKEN");
        if (botToken == null) {
            if (appToken != null) {
                throw new IllegalStateException("SLACK_APP_TOKEN is set, so SLACK_BOT_TOKEN must be set too");
            }
            return Optional.empty();
        }
        String secret = value(environment, "SLACK_SIGNING_SECRET");
        return Optional.of(new SlackSettings(botToken, secret, appToken, api, publicUrl, folder, Pace.usual()));
    }

    private static @Nullable String value(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    public SlackSettings withPace(Pace other) {
        return new SlackSettings(botToken, signingSecret, appToken, api, publicUrl, folder, other);
    }

    @Override
    public String toString() {
        return "Slack by " + (appToken == null ? "HTTP" : "Socket Mode") + " at " + api;
    }
}
