package footnote.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import footnote.testing.BotProcess;
import footnote.testing.FakeSlack;
import footnote.testing.Patience;
import footnote.testing.QuotingAnswerer;
import footnote.testing.RunningBot;
import footnote.testing.ScriptedAnswerer;
import footnote.testing.SlackEvents;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExactlyOnceTest {
    private static final String QUESTION = "Who asked for the telephone call?";

    @TempDir
    private Path data;

    private final FakeSlack slack = FakeSlack.start();

    @Test
    void answersAThousandMentionsOnceEachInTheirThreads() throws Exception {
        int mentions = 1_000;
        List<String> deliveries = new ArrayList<>();
        Set<String> threads = new HashSet<>();
        try (RunningBot bot = RunningBot.at(slack, data)) {
            for (int mention = 0; mention < mentions; mention++) {
                String ts = slack.newTs();
                threads.add(ts);
                deliveries.add(bot.events().mention("C" + mention % 7, ts, "", QUESTION));
            }
            List<String> again = new ArrayList<>(deliveries);
            Collections.shuffle(again, new Random(4));
            deliveries.addAll(again.subList(0, mentions * 3 / 10));
            Collections.shuffle(deliveries, new Random(5));
            deliver(bot, deliveries);

            assertThat(Patience.until(() -> answers(7).size() >= mentions)).isTrue();
        }
        assertThat(answers(7))
                .extracting(answer -> answer.path("thread_ts").asText())
                .containsExactlyInAnyOrderElementsOf(threads);
        assertThat(answers(7))
                .allSatisfy(answer -> assertThat(answer.path("text").asText()).contains("[1]"));
        slack.close();
    }

    private static void deliver(RunningBot bot, List<String> deliveries) throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(16)) {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (String delivery : deliveries) {
                statuses.add(senders.submit(() -> bot.send(delivery).statusCode()));
            }
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
    }

    private List<JsonNode> answers(int channels) {
        List<JsonNode> answers = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            answers.addAll(slack.answers("C" + channel));
        }
        return answers;
    }

    @Test
    void answersAMentionAndTheMessageThatItIsOnce() {
        try (RunningBot bot = RunningBot.at(slack, data)) {
            for (int pair = 0; pair < 6; pair++) {
                String ts = slack.says("C1", "", "U1", "<@UBOT> " + QUESTION);
                String mention = bot.events().mention("C1", ts, "", QUESTION);
                String message = bot.events().message("channel", "C1", ts, "", "<@UBOT> " + QUESTION);
                bot.send(pair % 2 == 0 ? mention : message);
                bot.send(pair % 2 == 0 ? message : mention);
                bot.answerIn("C1", ts);
            }
        }
        assertThat(slack.answers("C1")).hasSize(6);
        slack.close();
    }

    @Test
    void answersOnceThoughTwoReplicasHearOfIt(@TempDir Path one, @TempDir Path other) throws Exception {
        Path shared = data.resolve("shared");
        try (RunningBot first = RunningBot.replica(slack, one, shared, new QuotingAnswerer());
                RunningBot second = RunningBot.replica(slack, other, shared, new QuotingAnswerer());
                ExecutorService senders = Executors.newFixedThreadPool(4)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int mention = 0; mention < 50; mention++) {
                String event = first.events().mention("C1", slack.newTs(), "", QUESTION);
                sent.add(senders.submit(() -> first.send(event)));
                sent.add(senders.submit(() -> second.send(event)));
            }
            for (Future<?> done : sent) {
                done.get();
            }
            assertThat(Patience.until(() -> slack.answers("C1").size() >= 50)).isTrue();
        }
        assertThat(slack.answers("C1")).hasSize(50);
        slack.close();
    }

    @Test
    void remembersOverARestartWhatItHasAnswered(@TempDir Path index) {
        String ts = slack.newTs();
        AtomicInteger status = new AtomicInteger();
        try (RunningBot bot = RunningBot.at(slack, data)) {
            bot.send(bot.events().mention("C1", ts, "", QUESTION));
            bot.answerIn("C1", ts);
        }
        try (RunningBot bot = RunningBot.at(slack, data)) {
            status.set(bot.send(bot.events().mention("C1", ts, "", QUESTION)).statusCode());
            bot.answerTo("C1", QUESTION);
        }
        assertThat(status).hasValue(200);
        assertThat(slack.answers("C1")).hasSize(2);
        slack.close();
    }

    @Test
    void answersInPlaceWhatAKilledProcessHadBegun(@TempDir Path index) throws Exception {
        slack.refuse("assistant.threads.setStatus", "missing_scope");
        SlackEvents events = new SlackEvents();
        Path shared = data.resolve("shared");
        String ts = slack.newTs();
        String mention = events.mention("C1", ts, "", QUESTION);
        try (BotProcess process = BotProcess.start(slack, index, shared);
                HttpClient client = HttpClient.newHttpClient()) {
            client.send(events.signed(process.address(), mention, "application/json"), BodyHandlers.discarding());
            assertThat(Patience.until(() -> slack.answers("C1").size() == 1)).isTrue();
        }
        try (RunningBot next = RunningBot.replica(slack, data, shared, new QuotingAnswerer())) {
            next.send(mention);
            assertThat(next.answerIn("C1", ts).path("text").asText()).contains("[1]");
        }
        assertThat(slack.answers("C1")).hasSize(1);
        slack.close();
    }

    @Test
    void answersACommandThatAKilledProcessHadBegun(@TempDir Path index) throws Exception {
        SlackEvents events = new SlackEvents();
        Path shared = data.resolve("shared");
        String command = events.command(QUESTION, "1.1", slack.responseAddress("r1"));
        try (BotProcess process = BotProcess.start(slack, index, shared);
                HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    events.signed(process.address(), command, "application/x-www-form-urlencoded"),
                    BodyHandlers.discarding());
        }
        assertThat(slack.calls("respond")).isEmpty();
        try (RunningBot next = RunningBot.replica(slack, data, shared, new QuotingAnswerer())) {
            next.sendForm(command);
            assertThat(Patience.until(() -> !slack.calls("respond").isEmpty())).isTrue();
        }
        assertThat(slack.calls("respond")).singleElement().satisfies(call -> assertThat(
                        call.json("body").path("text").asText())
                .contains("[1]"));
        try (Stream<Path> files = Files.list(shared.resolve("questions"))) {
            assertThat(files).allSatisfy(file -> assertThat(file).content().doesNotContain("/respond/"));
        }
        slack.close();
    }

    @Test
    void twoReplicasLeaveOneAnswerWhereAnEditMeetsTheFirstPost(@TempDir Path other) {
        slack.refuse("assistant.threads.setStatus", "missing_scope");
        CountDownLatch firstPost = slack.hold("chat.postMessage");
        Path shared = data.resolve("shared");
        String ts = slack.says("C1", "", "U1", "<@UBOT> " + QUESTION);
        try (RunningBot first = RunningBot.replica(slack, data, shared, new QuotingAnswerer());
                RunningBot second = RunningBot.replica(slack, other, shared, new ScriptedAnswerer())) {
            first.send(first.events().mention("C1", ts, "", QUESTION));
            assertThat(Patience.until(() -> slack.calls("chat.postMessage").size() == 1))
                    .isTrue();
            second.send(second.events()
                    .edited("channel", "C1", ts, "", "<@UBOT> Please decline this", "1800000000.000001"));
            String answer = second.answerIn("C1", ts).path("ts").asText();
            firstPost.countDown();

            // Each replica may come to see both messages, and then each deletes the same one.
            assertThat(Patience.until(() -> !slack.calls("chat.delete").isEmpty()
                            && slack.answers("C1").size() == 1))
                    .isTrue();
            assertThat(slack.calls("chat.delete"))
                    .allSatisfy(call -> assertThat(call.field("ts")).isNotEqualTo(answer));
            assertThat(slack.answers("C1"))
                    .singleElement()
                    .satisfies(one -> assertThat(one.path("ts").asText()).isEqualTo(answer));
        }
        slack.close();
    }
}
