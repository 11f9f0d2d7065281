package footnote.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A model provider on this machine that speaks OpenAI's, Anthropic's, Gemini's and Ollama's streams, and misbehaves on request. */
public final class FakeProvider implements AutoCloseable {
    /** What it does with a question. */
    public enum Behaviour {
        NORMAL,
        SLOW,
        CUT,
        MALFORMED,
        UNAUTHORIZED,
        OUT_OF_QUOTA,
        OUT_OF_QUOTA_ONCE,
        BROKEN,
        BROKEN_ONCE,
        SILENT
    }

    private final HttpServer server;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    /** The bodies of all questions, in their order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    public final AtomicInteger mostAtOnce = new AtomicInteger();
    /** How many streams broke because the client had gone. */
    public final CountDownLatch left = new CountDownLatch(1);

    public volatile Behaviour behaviour = Behaviour.NORMAL;
    public volatile List<String> pieces = List.of("The library ", "opened in 1931. [1]");
    public volatile Duration pause = Duration.ofMillis(1);
    public volatile String retryAfter = "0";

    public FakeProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** The address for {@code --model-url}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** An exchange that ends with an exception stays open, so that the server cuts its connection. */
    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            open.incrementAndGet();
            if (exchange.getRequestMethod().equals("GET")) {
                fail(exchange, behaviour == Behaviour.UNAUTHORIZED ? 401 : 200);
            } else {
                asked.add(body);
                mostAtOnce.accumulateAndGet(open.get(), Math::max);
                answer(exchange, calls.incrementAndGet());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
        exchange.close();
    }

    private void answer(HttpExchange exchange, int call) throws IOException, InterruptedException {
        switch (behaviour) {
            case UNAUTHORIZED -> fail(exchange, 401);
            case OUT_OF_QUOTA -> fail(exchange, 429);
            case BROKEN -> fail(exchange, 500);
            case OUT_OF_QUOTA_ONCE -> once(exchange, call, 429);
            case BROKEN_ONCE -> once(exchange, call, 500);
            case SILENT -> closing.await();
            case NORMAL, SLOW, CUT, MALFORMED -> stream(exchange);
        }
    }

    private void once(HttpExchange exchange, int call, int status) throws IOException, InterruptedException {
        if (call == 1) {
            fail(exchange, status);
        } else {
            stream(exchange);
        }
    }

    private void fail(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().add("Retry-After", retryAfter);
        byte[] body = "{\"error\":{\"message\":\"no\",\"type\":\"error\"},\"data\":[],\"models\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        Wire wire = Wire.of(exchange.getRequestURI().getPath());
        exchange.getResponseHeaders()
                .add("Content-Type", wire == Wire.OLLAMA ? "application/x-ndjson" : "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        try {
            List<String> events = new ArrayList<>(wire.opening());
            for (String piece : pieces) {
                events.add(wire.piece(piece));
            }
            if (behaviour == Behaviour.MALFORMED) {
                events.add(
                        1,
                        wire == Wire.OLLAMA ? "{\"message\": {\"cont" : "data: {\"choices\": [{\"delta\": <oops>\n\n");
            }
            events.addAll(wire.ending());
            int last = behaviour == Behaviour.CUT ? wire.opening().size() + 1 : events.size();
            for (String event : events.subList(0, last)) {
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
                Thread.sleep(pause);
            }
            if (behaviour == Behaviour.CUT) {
                throw new IOException("cut");
            }
        } catch (IOException e) {
            left.countDown();
            throw e;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }

    /** The four wire formats. */
    private enum Wire {
        OPENAI,
        ANTHROPIC,
        GEMINI,
        OLLAMA;

        static Wire of(String path) {
            return Map.of("messages", ANTHROPIC, "chat", OLLAMA)
                    .getOrDefault(
                            path.substring(path.lastIndexOf('/') + 1), path.contains("Generate") ? GEMINI : OPENAI);
        }

        List<String> opening() {
            return this != ANTHROPIC
                    ? List.of()
                    : List.of(
                            event(
                                    "message_start",
                                    "\"message\":{\"id\":\"m\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"usage\":{\"input_tokens\":100,\"output_tokens\":1}}"),
                            event(
                                    "content_block_start",
                                    "\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}"));
        }

        String piece(String text) {
            String quoted =
                    '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
            return switch (this) {
                case OPENAI ->
                    "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                            + quoted + "}}]}\n\n";
                case ANTHROPIC ->
                    event(
                            "content_block_delta",
                            "\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":" + quoted + "}");
                case GEMINI ->
                    "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + quoted
                            + "}],\"role\":\"model\"},\"index\":0}]}\n\n";
                case OLLAMA ->
                    "{\"model\":\"m\",\"created_at\":\"2022-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":"
                            + quoted + "},\"done\":false}\n";
            };
        }

        List<String> ending() {
            return switch (this) {
                case OPENAI ->
                    List.of(
                            "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n",
                            "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":{\"prompt_tokens\":100,\"completion_tokens\":7,\"total_tokens\":107}}\n\n",
                            "data: [DONE]\n\n");
                case ANTHROPIC ->
                    List.of(
                            event("content_block_stop", "\"index\":0"),
                            event(
                                    "message_delta",
                                    "\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":7}"),
                            "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
                case GEMINI ->
                    List.of(
                            "data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},\"finishReason\":\"STOP\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":100,\"candidatesTokenCount\":7,\"totalTokenCount\":107}}\n\n");
                case OLLAMA ->
                    List.of(
                            "{\"model\":\"m\",\"created_at\":\"2022-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\",\"prompt_eval_count\":100,\"eval_count\":7}\n");
            };
        }

        private static String event(String type, String fields) {
            return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + fields + "}\n\n";
        }
    }
}
