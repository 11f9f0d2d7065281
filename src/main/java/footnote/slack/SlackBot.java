package footnote.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import footnote.answer.Assistant;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door for Slack: takes its requests, signed, or opens a socket to it, and answers each question once, in its
 * thread. Slack is acknowledged as soon as the question is on disk; the work goes on a thread of its own. Threads may share
 * it.
 */
public final class SlackBot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackBot.class);
    private static final int AT_ONCE = 64;
    private static final int CALL_MILLIS = 15_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * What is replied to one request.
     *
     * @param contentType of the body; empty if there is none
     */
    public record Reply(int status, String contentType, String body) {
        private static final Reply FORBIDDEN = new Reply(401, "application/json", "{\"error\":\"invalid signature\"}");
        private static final Reply MALFORMED = new Reply(400, "application/json", "{\"error\":\"not understood\"}");
    }

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final AppConfig config;
    private final App app;
    private final SeenQuestions seen;
    private final @Nullable RequestCheck check; // null if only Socket Mode is used
    private final Conversations conversations;
    private final SlashCommand commands;
    private final Thread caretaker;
    private final @Nullable SocketLine socket; // null if events come over HTTP

    private SlackBot(
            SlackSettings settings,
            Assistant assistant,
            Supplier<LocalDate> today,
            FeedbackBox feedback,
            Supplier<List<String>> questions) {
        Slack slack = Slack.getInstance(config(settings));
        config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(settings.botToken())
                .signingSecret(settings.signingSecret())
                .allEventsApiAutoAckEnabled(true)
                .build();
        // No middleware: requests are checked before they are read, and nothing may call Slack before Slack is
        // answered.
        app = new App(config, slack, List.of((request, response, chain) -> chain.next(request)));
        app.start();
        check = settings.signingSecret() == null ? null : new RequestCheck(settings.signingSecret(), Clock.systemUTC());
        SlackCalls calls = new SlackCalls(slack, settings);
        BotIdentity bot = new BotIdentity(calls);
        seen = SeenQuestions.open(settings.folder());
        Workspace workspace =
                new Workspace(calls, bot, new SlackThreads(calls, bot), seen, new Abilities(), settings.pace());
        var desk =
                new ThreadAnswer.Desk(assistant, new ReplyWriter(settings.publicUrl()), today, new Semaphore(AT_ONCE));
        conversations = new Conversations(workspace, desk, workers);
        new EventIntake(conversations, new AssistantPane(workspace, questions, workers), bot).register(app);
        commands = new SlashCommand(workspace, desk, workers);
        commands.register(app);
        new FeedbackIntake(feedback, calls, workers).register(app);
        workers.execute(() -> greet(bot));
        caretaker = Thread.ofVirtual().name("slack-caretaker").start(() -> lookAfter(settings.pace()));
        socket = settings.appToken() == null ? null : SocketLine.open(app, settings.appToken(), settings.pace());
    }

    private static SlackConfig config(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.api().toString());
        config.setHttpClientCallTimeoutMillis(CALL_MILLIS);
        config.setHttpClientReadTimeoutMillis(CALL_MILLIS);
        config.setStatsEnabled(false);
        return config;
    }

    /**
     * Starts the bot. It returns at once; Slack need not be reachable.
     *
     * @param today the day that questions count "now" from
     * @param questions that the passages answer, best first; asked for when somebody opens the assistant's pane
     */
    public static SlackBot open(
            SlackSettings settings,
            Assistant assistant,
            Supplier<LocalDate> today,
            FeedbackBox feedback,
            Supplier<List<String>> questions) {
        return new SlackBot(settings, assistant, today, feedback, questions);
    }

    private static void greet(BotIdentity bot) {
        try {
            LOG.info("Slack knows this bot as {}", bot.user());
        } catch (SlackFault fault) {
            LOG.error("Slack does not know this bot, or can't be reached: {}", fault.getMessage());
        }
    }

    /** Takes over what dead processes left, and forgets what is old, until the bot closes. */
    private void lookAfter(Pace pace) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    SeenQuestions.Left left = seen.takeOver();
                    left.questions().forEach(conversations::resume);
                    left.commands().forEach(commands::resume);
                    seen.forget(Clock.systemUTC().instant());
                } catch (RuntimeException fault) {
                    LOG.error("the folder of questions could not be looked through", fault);
                }
                Thread.sleep(pace.look());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Takes one request of Slack's.
     *
     * @param headers by name, in any case
     * @param body as it came, to the byte
     * @return 401 for one that Slack has not signed within the last minutes; then nothing was done
     */
    public Reply take(Map<String, List<String>> headers, String body) {
        RequestHeaders read = new RequestHeaders(headers);
        if (check == null
                || !check.isGenuine(
                        read.getFirstValue("X-Slack-Request-Timestamp"),
                        read.getFirstValue("X-Slack-Signature"),
                        body)) {
            LOG.info("a request that Slack has not signed was refused");
            return Reply.FORBIDDEN;
        }
        Request<?> request = parsed(read, body);
        return request == null ? Reply.MALFORMED : run(request);
    }

    private @Nullable Request<?> parsed(RequestHeaders headers, String body) {
        try {
            return new SlackRequestParser(config)
                    .parse(SlackRequestParser.HttpRequest.builder()
                            .requestUri("/slack/events")
                            .queryString(Map.of())
                            .requestBody(body)
                            .headers(headers)
                            .build());
        } catch (JsonParseException | IllegalStateException | NullPointerException malformed) {
            LOG.warn("a request of Slack's was not understood: {}", malformed.toString());
            return null;
        }
    }

    private Reply run(Request<?> request) {
        try {
            Response response = app.run(request);
            String text = response.getBody() == null ? "" : response.getBody();
            return new Reply(response.getStatusCode(), text.isEmpty() ? "" : response.getContentType(), text);
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException("Slack's request could not be taken", fault);
        }
    }

    /** Lets answers in flight finish for some seconds; what is left then is answered by the next process. */
    @Override
    public void close() {
        if (socket != null) {
            socket.close();
        }
        caretaker.interrupt();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                workers.shutdownNow();
                workers.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        app.stop();
        seen.close();
    }
}
