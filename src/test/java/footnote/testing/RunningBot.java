package footnote.testing;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.answer.Answerer;
import footnote.slack.Pace;
import footnote.slack.SlackBot;
import footnote.slack.SlackSettings;
import footnote.web.Webhook;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The bot on the real server, over the seeds, with a Slack that is posed. Threads may share it. */
public final class RunningBot implements AutoCloseable {
    public static final URI PUBLIC_URL = URI.create("https://docs.example.org/");
    private static final Pace QUICK = Pace.usual()
            .withShow(Duration.ofMinutes(1))
            .withRetries(Duration.ofMillis(10), Duration.ofMillis(40), 6)
            .withLook(Duration.ofMillis(200));

    private final SlackEvents events = new SlackEvents();
    private final AtomicReference<SlackBot> bot = new AtomicReference<>();
    private final FakeSlack slack;
    private final RunningServer server;

    private RunningBot(FakeSlack slack, Path data, Answerer answerer, UnaryOperator<SlackSettings> settings) {
        this(slack, data, data.resolve("slack"), answerer, settings);
    }

    private RunningBot(
            FakeSlack slack, Path data, Path shared, Answerer answerer, UnaryOperator<SlackSettings> settings) {
        this.slack = slack;
        SlackSettings usual =
                new SlackSettings("xoxb-secret", SlackEvents.SECRET, null, slack.api(), PUBLIC_URL, shared, QUICK);
        server = RunningServer.sharing(Path.of("seeds"), data, answerer, (assistant, web) -> {
            SlackBot opened = SlackBot.open(
                    settings.apply(usual),
                    assistant,
                    () -> LocalDate.of(2022, 1, 5),
                    (answer, good) -> web.feedback().keep(answer, good, null),
                    () -> List.of("Who asked for the call?", "How many troops stand at the border?"));
            bot.set(opened);
            return web.withSlack((headers, body) -> {
                SlackBot.Reply reply = opened.take(headers, body);
                return new Webhook.Reply(reply.status(), reply.contentType(), reply.body());
            });
        });
    }

    public static RunningBot at(FakeSlack slack, Path data) {
        return at(slack, data, new QuotingAnswerer());
    }

    public static RunningBot at(FakeSlack slack, Path data, Answerer answerer) {
        return new RunningBot(slack, data, answerer, settings -> settings);
    }

    /** One that shows an answer while it is written, piece by piece. */
    public static RunningBot eager(FakeSlack slack, Path data, Answerer answerer) {
        return at(slack, data, answerer, usual -> usual.withPace(usual.pace().withShow(Duration.ofMillis(20))));
    }

    public static RunningBot at(FakeSlack slack, Path data, Answerer answerer, UnaryOperator<SlackSettings> settings) {
        return new RunningBot(slack, data, answerer, settings);
    }

    /** One of several replicas: an index of its own, the folder of questions shared. */
    public static RunningBot replica(FakeSlack slack, Path data, Path shared, Answerer answerer) {
        return new RunningBot(slack, data, shared, answerer, settings -> settings);
    }

    public SlackEvents events() {
        return events;
    }

    public RunningServer server() {
        return server;
    }

    public URI address() {
        return server.at("/slack/events");
    }

    /** Sends an event as Slack does. */
    public HttpResponse<String> send(String event) {
        return server.send(events.signed(address(), event, "application/json"));
    }

    /** Sends a command or a pressed button as Slack does. */
    public HttpResponse<String> sendForm(String form) {
        return server.send(events.signed(address(), form, "application/x-www-form-urlencoded"));
    }

    /** Mentions the bot in a channel, and waits until a whole answer stands there. */
    public JsonNode answerTo(String channel, String question) {
        String ts = slack.says(channel, "", "U1", question);
        send(events.mention(channel, ts, "", question));
        return answerIn(channel, ts);
    }

    /** Waits until a whole answer stands in a thread; the last one. */
    public JsonNode answerIn(String channel, String thread) {
        AtomicReference<JsonNode> answer = new AtomicReference<>();
        boolean came = Patience.until(() -> {
            slack.answers(channel).stream()
                    .filter(one -> one.path("thread_ts").asText().equals(thread) && isWhole(one))
                    .forEach(answer::set);
            return answer.get() != null;
        });
        if (!came) {
            throw new IllegalStateException("no answer came; Slack heard " + slack.calls());
        }
        return Objects.requireNonNull(answer.get());
    }

    private static boolean isWhole(JsonNode message) {
        String text = message.path("text").asText();
        return message.has("blocks") && !text.startsWith("Reading the") && !text.endsWith("…");
    }

    /** Stops the bot alone, as a process that ends does. */
    public void stopBot() {
        bot.get().close();
    }

    @Override
    public void close() {
        server.close();
        bot.get().close();
    }
}
