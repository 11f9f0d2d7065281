package footnote;

import footnote.slack.SlackSettings;
import footnote.web.Access;
import footnote.web.ApiKeys;
import footnote.web.Limits;
import footnote.web.WebSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The settings of {@code serve} alone: where it listens, whom it lets in, how much it takes on. */
final class ServeOptions {
    @Option(
            names = "--host",
            scope = ScopeType.INHERIT,
            defaultValue = "127.0.0.1",
            description = "serve: address to listen on (default: ${DEFAULT-VALUE})")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
            scope = ScopeType.INHERIT,
            defaultValue = "8080",
            description = "serve: port to listen on; 0 picks a free one (default: ${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(
            names = "--public-url",
            scope = ScopeType.INHERIT,
            paramLabel = "ADDRESS",
            description = "serve: where people reach it through a proxy; links outside the page start with it")
    private @Nullable URI publicUrl; // null without a proxy

    @Option(
            names = "--allow-origins",
            scope = ScopeType.INHERIT,
            split = ",",
            paramLabel = "SITE",
            description = "serve: other web sites whose scripts may call the API, such as https://example.org")
    private List<String> allowOrigins = List.of();

    @Option(
            names = "--embed-origins",
            scope = ScopeType.INHERIT,
            split = ",",
            paramLabel = "SITE",
            description = "serve: other web sites that may show the chat page in a frame")
    private List<String> embedOrigins = List.of();

    @Option(
            names = "--requests-per-minute",
            scope = ScopeType.INHERIT,
            defaultValue = "600",
            paramLabel = "N",
            description = "serve: from one client; 0 for no limit (default: ${DEFAULT-VALUE})")
    private int requestsPerMinute = 600;

    @Option(
            names = "--questions-in-flight",
            scope = ScopeType.INHERIT,
            defaultValue = "128",
            paramLabel = "N",
            description = "serve: answered at once, of all clients together (default: ${DEFAULT-VALUE})")
    private int questionsInFlight = 128;

    @Option(
            names = "--feedback",
            scope = ScopeType.INHERIT,
            defaultValue = "feedback.jsonl",
            paramLabel = "FILE",
            description = "serve: what people say of answers is added to it (default: ${DEFAULT-VALUE})")
    private Path feedback = Path.of("feedback.jsonl");

    @Option(
            names = "--slack-api",
            scope = ScopeType.INHERIT,
            paramLabel = "ADDRESS",
            converter = WebAddress.class,
            description = "serve: where Slack's methods are called (default: Slack's own)")
    private URI slackApi = SlackSettings.SLACK;

    URI slackApi() {
        return slackApi;
    }

    /** @throws footnote.domain.InvalidValue if a value breaks its rule */
    WebSettings settings(Map<String, String> environment) {
        List<String> keys = listed(List.of(environment.getOrDefault("FOOTNOTE_API_KEYS", "")));
        Limits limits =
                Limits.usual().withRequestsPerMinute(requestsPerMinute).withQuestionsInFlight(questionsInFlight);
        return WebSettings.usual(feedback)
                .withAddress(host, port)
                .withLimits(limits)
                .withAccess(Access.usual()
                        .withKeys(ApiKeys.of(keys))
                        .withOrigins(listed(allowOrigins))
                        .withEmbedders(listed(embedOrigins))
                        .withPublicUrl(publicUrl));
    }

    private static List<String> listed(List<String> values) {
        return values.stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
