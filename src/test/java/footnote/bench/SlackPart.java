package footnote.bench;

import footnote.testing.FakeSlack;
import footnote.testing.ServedProcess;
import footnote.testing.SlackEvents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** How fast Slack is acknowledged while many answers are being written, by the product as its users start it. */
final class SlackPart {
    private static final int BEING_WRITTEN = 50;
    private static final int WARM_UP = 150;
    private static final long PAUSE_NANOS = 2_000_000;
    private static final List<String> QUESTIONS = List.of(
            "When was the call between Biden and Putin set for?",
            "Who asked for the telephone call?",
            "How many troops has Russia placed near the border?",
            "Who leads the American delegation?");

    private final SlackEvents events = new SlackEvents();
    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeSlack slack;
    private final URI address;
    private int sent;

    private SlackPart(FakeSlack slack, URI server) {
        this.slack = slack;
        this.address = server.resolve("/slack/events");
    }

    static void print(Path seeds, int mentions, Path data) throws IOException, InterruptedException {
        ServedProcess.index(seeds, data);
        try (FakeSlack slack = FakeSlack.start();
                ServedProcess served = ServedProcess.start(
                        seeds,
                        data,
                        Map.of(
                                "SLACK_BOT_TOKEN",
                                "xoxb-bench",
                                "SLACK_SIGNING_SECRET",
                                SlackEvents.SECRET,
                                "FOOTNOTE_SLACK_API",
                                slack.api().toString()))) {
            served.awaitReady();
            new SlackPart(slack, served.address()).print(mentions);
        }
    }

    private void print(int mentions) throws IOException, InterruptedException {
        for (int mention = 0; mention < WARM_UP; mention++) {
            acknowledged();
        }
        long[] nanos = new long[mentions];
        long waiting = 0;
        long started = System.nanoTime();
        for (int mention = 0; mention < mentions; mention++) {
            while (beingWritten() > BEING_WRITTEN) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            waiting += beingWritten();
            nanos[mention] = acknowledged();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "slack, %d mentions acknowledged while %.0f answers on average were being written: %s%n",
                mentions, (double) waiting / mentions, new Timings(nanos));
        while (beingWritten() > 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        System.out.printf("  %.1f answers a second; %d answers to %d mentions%n", mentions / seconds, answers(), sent);
    }

    private int beingWritten() {
        return sent - answers();
    }

    private int answers() {
        return slack.posts();
    }

    private long acknowledged() throws IOException, InterruptedException {
        String mention = events.mention("C1", slack.newTs(), "", QUESTIONS.get(sent % QUESTIONS.size()));
        var request = events.signed(address, mention, "application/json");
        long started = System.nanoTime();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        long took = System.nanoTime() - started;
        if (status != 200) {
            throw new IllegalStateException("the server replied " + status);
        }
        sent++;
        return took;
    }
}
