package footnote.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many clients that ask at once, each one question after the other. */
final class Crowd implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectMapper json = new ObjectMapper();
    private final URI asked;
    private final List<String> questions;

    Crowd(URI server, List<String> questions) {
        this.asked = server.resolve("/api/ask");
        this.questions = questions;
    }

    /** Asks for whole replies, by so many clients, as long as somebody says. */
    List<Future<?>> ask(int count, BooleanSupplier goesOn, Tally tally) {
        return start(count, goesOn, tally, this::whole);
    }

    /** Asks for event streams. A stream that began and has no ending is counted as lost. */
    List<Future<?>> stream(int count, BooleanSupplier goesOn, Tally tally) {
        return start(count, goesOn, tally, this::streamed);
    }

    private List<Future<?>> start(int count, BooleanSupplier goesOn, Tally tally, Asking asking) {
        return IntStream.range(0, count)
                .<Future<?>>mapToObj(number -> clients.submit(() -> {
                    for (int call = number; goesOn.getAsBoolean(); call++) {
                        long started = System.nanoTime();
                        String kind = kind(asking, questions.get(call % questions.size()));
                        tally.count(kind);
                        if (kind.equals("200") || kind.equals("completed") || kind.equals("declined")) {
                            tally.took(System.nanoTime() - started);
                        }
                    }
                }))
                .toList();
    }

    private static String kind(Asking asking, String question) {
        try {
            return asking.ask(question);
        } catch (ConnectException e) {
            return "refused";
        } catch (IOException e) {
            return "cut off before a reply (" + e.getMessage() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private String whole(String question) throws IOException, InterruptedException {
        return Integer.toString(client.send(request(question).build(), BodyHandlers.discarding())
                .statusCode());
    }

    private String streamed(String question) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> reply = client.send(
                request(question).header("Accept", "text/event-stream").build(), BodyHandlers.ofLines());
        if (reply.statusCode() != 200) {
            reply.body().close();
            return Integer.toString(reply.statusCode());
        }
        String last = "nothing";
        try (Stream<String> lines = reply.body()) {
            for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
                String text = line.next();
                last = text.startsWith("event: ") ? text.substring("event: ".length()) : last;
            }
        } catch (UncheckedIOException e) {
            return "lost after " + last;
        }
        return last.equals("sources") || last.equals("text") ? "lost after " + last : last;
    }

    private HttpRequest.Builder request(String question) throws IOException {
        return HttpRequest.newBuilder(asked)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("question", question))));
    }

    /** The sum of a figure of the server, over all its labels that hold these words. */
    double figure(String name, String label) throws IOException, InterruptedException {
        HttpRequest metrics = HttpRequest.newBuilder(asked.resolve("/metrics")).build();
        return client.send(metrics, BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() {
        clients.close();
        client.close();
    }

    private interface Asking {
        String ask(String question) throws IOException, InterruptedException;
    }
}
