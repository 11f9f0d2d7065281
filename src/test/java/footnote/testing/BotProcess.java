package footnote.testing;

import footnote.slack.Pace;
import footnote.slack.SlackBot;
import footnote.slack.SlackSettings;
import footnote.web.Webhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that serves the bot, begins its answers and never finishes one, so that it can be killed meanwhile. */
public final class BotProcess implements AutoCloseable {
    private final Process process;
    private final URI address;

    private BotProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it, and waits until it listens. */
    public static BotProcess start(FakeSlack slack, Path data, Path shared) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BotProcess.class.getName(),
                        slack.api().toString(),
                        data.toString(),
                        shared.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null) {
            throw new IllegalStateException("the process ended before it listened");
        }
        return new BotProcess(process, URI.create(line));
    }

    /** @param arguments Slack's address, the folder of the index, the folder that replicas share */
    public static void main(String[] arguments) throws InterruptedException {
        SlackSettings settings = new SlackSettings(
                "xoxb-secret",
                SlackEvents.SECRET,
                null,
                URI.create(arguments[0]),
                null,
                Path.of(arguments[2]),
                Pace.usual());
        try (RunningServer server =
                RunningServer.sharing(Path.of("seeds"), Path.of(arguments[1]), new HeldAnswerer(), (assistant, web) -> {
                    SlackBot bot = SlackBot.open(
                            settings, assistant, () -> LocalDate.of(2022, 1, 5), (answer, good) -> {}, List::of);
                    return web.withSlack((headers, body) -> {
                        SlackBot.Reply reply = bot.take(headers, body);
                        return new Webhook.Reply(reply.status(), reply.contentType(), reply.body());
                    });
                })) {
            System.out.println(server.at("/slack/events"));
            System.out.flush();
            TimeUnit.MINUTES.sleep(2);
        }
    }

    public URI address() {
        return address;
    }

    /** Ends it at once, as a power cut does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
