package footnote.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import footnote.answer.Assistant;
import footnote.answer.Calibration;
import footnote.answer.CandidateReader;
import footnote.answer.ExtractiveAnswerer;
import footnote.answer.FollowUpRule;
import footnote.answer.SearchedEvidence;
import footnote.answer.SpanReader;
import footnote.answer.TimedSearch;
import footnote.ingest.Ingestor;
import footnote.ingest.PassageFolder;
import footnote.ingest.PassageSplitter;
import footnote.ingest.Progress;
import footnote.ingest.VectorPass;
import footnote.model.OnnxSpanReader;
import footnote.model.OnnxTextEmbedder;
import footnote.search.PassageWriter;
import footnote.search.Ranking;
import footnote.search.TextEmbedder;
import footnote.web.Limits;
import footnote.web.WebServer;
import footnote.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Whole questions, from the request to the end of the reply: search, eight passages read, an answer with footnotes. */
final class AskPart {
    private static final int PASSAGES_READ = 8;
    private static final int WARM_UP_ROUNDS = 3;
    private static final List<String> QUESTIONS = List.of(
            "When was the call between Biden and Putin set for?",
            "Who asked for the telephone call?",
            "Where are the negotiations in January to be held?",
            "In which message was Putin convinced that both could move forward?",
            "How many troops has Russia placed near the border?",
            "What does Russia want NATO to promise?",
            "How has the White House warned Moscow?",
            "Who leads the American delegation?",
            "Why are the two presidents talking again?",
            "What is the capital of Australia?");
    private static final List<String> ACCOUNTS = List.of(
            "Tell me about the call",
            "Summarise the tensions between Russia and the West",
            "Describe Russia's demands",
            "What do we know about the negotiations in Geneva?",
            "Tell me about the sanctions over Crimea");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI asked;

    private AskPart(URI server) {
        this.asked = server.resolve("/api/ask");
    }

    /** Asks of so many passages: those of the seeds, and synthetic ones that fill up the number. */
    static void print(Path seeds, int passages, int rounds, Path folder) throws IOException, InterruptedException {
        try (TextEmbedder embedder = OnnxTextEmbedder.open();
                SpanReader reader = OnnxSpanReader.open();
                PassageWriter writer = PassageWriter.open(folder.resolve("index"), embedder)) {
            index(passages == 1 ? onePassage(folder) : seeds, embedder, writer);
            fillUp(writer, passages - writer.index().state().passages());
            WebSettings settings = WebSettings.usual(folder.resolve("feedback.jsonl"))
                    .withAddress("127.0.0.1", 0)
                    .withLimits(Limits.usual().withRequestsPerMinute(0));
            System.out.printf("%n-- %,d passages%n", writer.index().state().passages());
            try (WebServer server =
                    WebServer.start(settings, assistant(reader, embedder, writer), writer.index(), () -> true)) {
                AskPart part = new AskPart(server.address());
                part.print("a few words", QUESTIONS, rounds);
                part.print("an account", ACCOUNTS, rounds);
            }
        }
    }

    private static Path onePassage(Path folder) throws IOException {
        Path documents = Files.createDirectory(folder.resolve("documents"));
        String text = "The telephone call between Biden and Putin was set for half past three on Thursday afternoon.";
        Files.writeString(documents.resolve("call.txt"), text);
        return documents;
    }

    private static void index(Path documents, TextEmbedder embedder, PassageWriter writer) throws InterruptedException {
        PassageSplitter splitter = PassageSplitter.usual();
        new Ingestor(new PassageFolder(documents, splitter.name()), splitter, writer).update(Progress.SILENT);
        try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
            new VectorPass(writer, embedder, workers).run(Progress.SILENT);
        }
    }

    private static void fillUp(PassageWriter writer, int missing) {
        SyntheticCorpus corpus = new SyntheticCorpus(Math.max(0, missing), 1);
        for (int number = 0; number < corpus.documents(); number++) {
            corpus.write(number, writer);
        }
        writer.commit();
    }

    private static Assistant assistant(SpanReader reader, TextEmbedder embedder, PassageWriter writer) {
        Calibration calibration = Calibration.shipped();
        return new Assistant(
                new FollowUpRule(),
                new SearchedEvidence(new TimedSearch(writer.index(), Ranking.usual())),
                new ExtractiveAnswerer(new CandidateReader(reader, calibration), calibration, embedder),
                writer.index()::state);
    }

    private void print(String wanted, List<String> questions, int rounds) {
        for (int call = 0; call < WARM_UP_ROUNDS * questions.size(); call++) {
            ask(questions.get(call % questions.size()));
        }
        int calls = rounds * questions.size();
        long[] retrieve = new long[calls];
        long[] answer = new long[calls];
        double[] read = new double[calls];
        Timings all = Timings.of(calls, call -> {
            JsonNode reply = ask(questions.get(call % questions.size()));
            retrieve[call] = reply.at("/millis/retrieve").asLong() * 1_000_000;
            answer[call] = reply.at("/millis/answer").asLong() * 1_000_000;
            read[call] = reply.get("sources").size();
        });
        double sources = Arrays.stream(read).average().orElseThrow();
        System.out.printf("ask over HTTP for %s, %.1f passages: %s%n", wanted, sources, all);
        System.out.printf("  of it search: %s%n  of it answer: %s%n", new Timings(retrieve), new Timings(answer));
    }

    private JsonNode ask(String question) {
        try {
            var body = Map.of("question", question, "limit", PASSAGES_READ);
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
