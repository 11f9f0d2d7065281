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

    /** When the first piece of the latest answer was about to be sent, by {@link System#nanoTime}. */
    public volatile long firstPieceSent;

    /** Reached when a stream broke because the client had gone. */
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
        WireFormat wire = WireFormat.of(exchange.getRequestURI().getPath());
        exchange.getResponseHeaders().add("Content-Type", wire.contentType());
        exchange.sendResponseHeaders(200, 0);
        try {
            send(exchange.getResponseBody(), wire.opening());
            firstPieceSent = System.nanoTime();
            send(exchange.getResponseBody(), List.of(wire.piece(pieces.getFirst())));
            send(exchange.getResponseBody(), rest(wire));
        } catch (IOException e) {
            left.countDown();
            throw e;
        }
        if (behaviour == Behaviour.CUT) {
            throw new IOException("cut");
        }
    }

    private List<String> rest(WireFormat wire) {
        List<String> events = new ArrayList<>();
        if (behaviour == Behaviour.CUT) {
            return events;
        }
        if (behaviour == Behaviour.MALFORMED) {
            events.add(wire.malformed());
        }
        pieces.stream().skip(1).map(wire::piece).forEach(events::add);
        events.addAll(wire.ending());
        return events;
    }

    private void send(OutputStream out, List<String> events) throws IOException, InterruptedException {
        for (String event : events) {
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(pause);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
    }
}
