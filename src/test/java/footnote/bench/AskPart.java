package footnote.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Whole questions, from the request to the end of the reply: search, eight passages read, an answer with footnotes. */
final class AskPart {
    private static final int PASSAGES_READ = 8;
    private static final int WARM_UP_ROUNDS = 3;
    private static final List<String> QUESTIONS = List.of(
            "When was the call between Biden and Putin set for?",
            "Who asked for the telephone call?",
            "Where are the negotiations in January to be held?",
            "What did Putin tell Biden in his holiday message?",
            "How many troops has Russia placed near the border?",
            "What does Russia want NATO to promise?",
            "How has the White House warned Moscow?",
            "Who leads the American delegation?",
            "Why are the two presidents talking again?",
            "What is the capital of Australia?");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI asked;

    private AskPart(URI server) {
        this.asked = server.resolve("/api/ask");
    }

    static void print(Path seeds, int rounds, Path data) throws IOException, InterruptedException {
        ServedProcess.index(seeds, data);
        try (ServedProcess served = ServedProcess.start(seeds, data)) {
            new AskPart(served.address()).print(rounds);
        }
    }

    private void print(int rounds) {
        for (int call = 0; call < WARM_UP_ROUNDS * QUESTIONS.size(); call++) {
            ask(call);
        }
        int calls = rounds * QUESTIONS.size();
        long[] retrieve = new long[calls];
        long[] answer = new long[calls];
        int[] read = new int[calls];
        Timings all = Timings.of(calls, call -> {
            JsonNode reply = ask(call);
            retrieve[call] = reply.at("/millis/retrieve").asLong() * 1_000_000;
            answer[call] = reply.at("/millis/answer").asLong() * 1_000_000;
            read[call] = reply.get("sources").size();
        });
        System.out.printf("ask, embedded answerer, up to %d passages read: %s%n", max(read), all);
        System.out.printf("  of it search: %s%n  of it answer: %s%n", new Timings(retrieve), new Timings(answer));
    }

    private static int max(int[] counts) {
        int max = 0;
        for (int count : counts) {
            max = Math.max(max, count);
        }
        return max;
    }

    private JsonNode ask(int call) {
        try {
            var body = Map.of("question", QUESTIONS.get(call % QUESTIONS.size()), "limit", PASSAGES_READ);
            HttpRequest request = HttpRequest.newBuilder(asked)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build();
            var reply = client.send(request, BodyHandlers.ofByteArray());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException("the server replied " + reply.statusCode());
            }
            return json.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
