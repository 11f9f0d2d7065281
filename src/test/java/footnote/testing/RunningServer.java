package footnote.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import footnote.answer.Answerer;
import footnote.answer.Assistant;
import footnote.answer.SearchedEvidence;
import footnote.answer.TimedSearch;
import footnote.domain.Question;
import footnote.ingest.Ingestor;
import footnote.ingest.PassageFolder;
import footnote.ingest.PassageSplitter;
import footnote.ingest.Progress;
import footnote.ingest.VectorPass;
import footnote.search.PassageWriter;
import footnote.search.Ranking;
import footnote.web.Limits;
import footnote.web.WebServer;
import footnote.web.WebSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The real server on a free port, over a real index of some passages, and a client that talks to it. Threads may share it. */
public final class RunningServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final HttpClient client = HttpClient.newHttpClient();
    private final PassageWriter writer;
    private final WebServer server;
    private final URI address;

    private RunningServer(
            Path passages, Path data, Answerer answerer, BiFunction<Assistant, WebSettings, WebSettings> settings) {
        HashEmbedder embedder = new HashEmbedder();
        writer = PassageWriter.open(data, embedder);
        PassageSplitter splitter = PassageSplitter.usual();
        new Ingestor(new PassageFolder(passages, splitter.name()), splitter, writer).update(Progress.SILENT);
        giveVectors(embedder);
        Assistant assistant = new Assistant(
                Question::text,
                new SearchedEvidence(new TimedSearch(writer.index(), Ranking.usual())),
                answerer,
                writer.index()::state);
        WebSettings local = WebSettings.usual(data.resolve("feedback.jsonl"))
                .withAddress("127.0.0.1", 0)
                .withToday(() -> LocalDate.of(2022, 1, 5))
                .withLimits(Limits.usual().withRequestsPerMinute(0));
        server = WebServer.start(settings.apply(assistant, local), assistant, writer.index(), ready::get);
        address = server.address();
    }

    private void giveVectors(HashEmbedder embedder) {
        try (ExecutorService workers = Executors.newSingleThreadExecutor()) {
            new VectorPass(writer, embedder, workers).run(Progress.SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Serves a folder of passages; the index is kept in another. */
    public static RunningServer over(Path passages, Path data) {
        return over(passages, data, new QuotingAnswerer(), settings -> settings);
    }

    public static RunningServer over(Path passages, Path data, Answerer answerer, UnaryOperator<WebSettings> settings) {
        return new RunningServer(passages, data, answerer, (assistant, local) -> settings.apply(local));
    }

    /** For whoever answers by another way than the page, with the same assistant. */
    public static RunningServer sharing(
            Path passages, Path data, Answerer answerer, BiFunction<Assistant, WebSettings, WebSettings> settings) {
        return new RunningServer(passages, data, answerer, settings);
    }

    public void setReady(boolean isReady) {
        ready.set(isReady);
    }

    /** Also while it stops and afterwards, when the server itself has no port any more. */
    public int port() {
        return address.getPort();
    }

    public URI at(String path) {
        return URI.create(address + path);
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(30));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    public HttpResponse<String> ask(String json) {
        return post("/api/ask", json);
    }

    public HttpResponse<String> post(String path, String json) {
        return send(posting(path, json).build());
    }

    public HttpRequest.Builder posting(String path, String json) {
        return request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " got no reply", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a request and returns at once. */
    public CompletableFuture<HttpResponse<String>> sending(HttpRequest request) {
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    /** Sends bytes as they stand, which need not be HTTP, and reads until the server hangs up. */
    public String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> reply) {
        return json(reply.body());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text as a JSON literal. */
    public static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server alone, for instance to look at how it stops. */
    public WebServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        writer.close();
        client.close();
    }
}
