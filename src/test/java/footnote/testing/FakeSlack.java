package footnote.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.websocket.WsContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Poses as Slack: its methods over HTTP, its response addresses and its socket. It keeps the messages that are posted, records
 * every call, and does what a real one does on a bad day: slow, rate-limited, broken, or silent after it has done its work.
 * Threads may share it.
 */
public final class FakeSlack implements AutoCloseable {
    public static final String BOT = "UBOT";
    public static final String TEAM = "T1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HELD_SECONDS = 30;
    private static final long FIRST_TS = 1_700_000_000_000_000L;

    /** One call of one method, as it came in. */
    public record Call(String method, Map<String, String> fields, long nanos) {
        public String field(String name) {
            return fields.getOrDefault(name, "");
        }

        public JsonNode json(String name) {
            return parsed(field(name));
        }
    }

    /** What a call meets instead of being served. */
    private record Trouble(int status, String error, long seconds, boolean afterwards) {}

    private final Javalin server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> messages = new ArrayList<>();
    private final Map<String, Deque<Trouble>> troubles = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Map<String, String> refusedBlocks = new ConcurrentHashMap<>();
    private final Map<String, Duration> delays = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> holds = new ConcurrentHashMap<>();
    private final AtomicLong clock = new AtomicLong(FIRST_TS);
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private volatile @Nullable WsContext socket; // null until the bot has opened one

    private FakeSlack() {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = true;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.post("/api/{method}", this::serve);
            config.routes.post("/respond/{id}", this::respond);
            config.routes.ws("/link", ws -> {
                ws.onConnect(context -> {
                    socket = context;
                    connections.incrementAndGet();
                    context.send("{\"type\":\"hello\",\"num_connections\":1}");
                });
                ws.onMessage(context -> acknowledged.add(
                        parsed(context.message()).path("envelope_id").asText()));
            });
        });
    }

    public static FakeSlack start() {
        FakeSlack slack = new FakeSlack();
        slack.server.start();
        return slack;
    }

    public URI api() {
        return URI.create(address() + "/api/");
    }

    public String responseAddress(String id) {
        return address() + "/respond/" + id;
    }

    private String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** A new time stamp, as Slack gives one to each message. */
    public String newTs() {
        long micros = clock.incrementAndGet();
        return "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    }

    /** Has the next call of a method wait, before anything is done, until the latch is let go. */
    public CountDownLatch hold(String method) {
        CountDownLatch held = new CountDownLatch(1);
        holds.put(method, held);
        return held;
    }

    private void serve(Context ctx) throws InterruptedException {
        String method = ctx.pathParam("method");
        Map<String, String> fields = new ConcurrentHashMap<>();
        ctx.formParamMap().forEach((name, values) -> fields.put(name, values.getFirst()));
        calls.add(new Call(method, fields, System.nanoTime()));
        Thread.sleep(delays.getOrDefault(method, Duration.ZERO));
        CountDownLatch held = holds.remove(method);
        if (held != null && !held.await(HELD_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody let the call of " + method + " go");
        }
        Trouble trouble = next(method);
        if (trouble != null && !trouble.afterwards()) {
            meet(trouble, ctx);
            return;
        }
        String refusal = refusals.getOrDefault(method, refusedBlock(fields));
        ObjectNode reply = !refusal.isEmpty() ? refused(refusal) : reply(method, fields);
        if (trouble != null) {
            meet(trouble, ctx);
        } else {
            ctx.contentType("application/json").result(reply.toString());
        }
    }

    private String refusedBlock(Map<String, String> fields) {
        String blocks = fields.getOrDefault("blocks", "");
        return refusedBlocks.entrySet().stream()
                .filter(one -> blocks.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private @Nullable Trouble next(String method) {
        Deque<Trouble> waiting = troubles.get(method);
        if (waiting == null) {
            return null;
        }
        synchronized (waiting) {
            return waiting.pollFirst();
        }
    }

    private static void meet(Trouble trouble, Context ctx) {
        if (trouble.seconds() > 0) {
            ctx.header("Retry-After", Long.toString(trouble.seconds()));
        }
        ctx.status(trouble.status())
                .contentType("application/json")
                .result(refused(trouble.error()).toString());
    }

    private static ObjectNode refused(String error) {
        return JSON.createObjectNode().put("ok", false).put("error", error);
    }

    private ObjectNode reply(String method, Map<String, String> fields) {
        synchronized (messages) {
            return switch (method) {
                case "auth.test" ->
                    ok().put("user_id", BOT).put("team_id", TEAM).put("bot_id", "BBOT");
                case "apps.connections.open" -> ok().put("url", address().replace("http:", "ws:") + "/link");
                case "chat.postMessage", "chat.startStream" -> posted(method, fields);
                case "chat.update" -> changed(fields, false);
                case "chat.appendStream" -> changed(fields, true);
                case "chat.stopStream" -> stopped(fields);
                case "chat.delete" -> deleted(fields);
                case "conversations.replies" -> replies(fields);
                case "assistant.threads.setStatus",
                        "assistant.threads.setTitle",
                        "assistant.threads.setSuggestedPrompts" -> ok();
                default -> refused("unknown_method");
            };
        }
    }

    private static ObjectNode ok() {
        return JSON.createObjectNode().put("ok", true);
    }

    private ObjectNode posted(String method, Map<String, String> fields) {
        ObjectNode message = JSON.createObjectNode()
                .put("type", "message")
                .put("ts", newTs())
                .put("channel", fields.get("channel"))
                .put("thread_ts", fields.get("thread_ts"))
                .put("user", BOT)
                .put("bot_id", "BBOT")
                .put("streaming", method.equals("chat.startStream"));
        write(message, fields);
        messages.add(message);
        return ok().put("ts", message.path("ts").asText()).put("channel", fields.get("channel"));
    }

    private static void write(ObjectNode message, Map<String, String> fields) {
        message.put("text", fields.getOrDefault("text", fields.getOrDefault("markdown_text", "")));
        if (fields.containsKey("blocks")) {
            message.set("blocks", parsed(fields.get("blocks")));
        }
        if (fields.containsKey("metadata")) {
            message.set("metadata", parsed(fields.get("metadata")));
        }
    }

    private ObjectNode changed(Map<String, String> fields, boolean grows) {
        Optional<ObjectNode> found = find(fields);
        if (found.isEmpty()) {
            return refused("message_not_found");
        }
        ObjectNode message = found.get();
        if (message.path("streaming").asBoolean() != grows) {
            return refused(grows ? "message_not_in_streaming_state" : "streaming_state_conflict");
        }
        if (grows) {
            message.put("text", message.path("text").asText() + fields.get("markdown_text"));
        } else {
            write(message, fields);
        }
        return ok().put("ts", fields.get("ts")).put("channel", fields.get("channel"));
    }

    private ObjectNode stopped(Map<String, String> fields) {
        Optional<ObjectNode> found =
                find(fields).filter(one -> one.path("streaming").asBoolean());
        if (found.isEmpty()) {
            return refused("message_not_in_streaming_state");
        }
        found.get().put("streaming", false);
        if (fields.containsKey("metadata")) {
            found.get().set("metadata", parsed(fields.get("metadata")));
        }
        return ok().put("ts", fields.get("ts"));
    }

    private ObjectNode deleted(Map<String, String> fields) {
        return find(fields).map(messages::remove).orElse(false) ? ok() : refused("message_not_found");
    }

    private Optional<ObjectNode> find(Map<String, String> fields) {
        return messages.stream()
                .filter(one -> one.path("ts").asText().equals(fields.get("ts"))
                        && one.path("channel").asText().equals(fields.get("channel")))
                .findFirst();
    }

    private ObjectNode replies(Map<String, String> fields) {
        ArrayNode found = JSON.createArrayNode();
        messages.stream()
                .filter(one -> one.path("channel").asText().equals(fields.get("channel")))
                .filter(one -> one.path("ts").asText().equals(fields.get("ts"))
                        || one.path("thread_ts").asText().equals(fields.get("ts")))
                .sorted((one, other) ->
                        one.path("ts").asText().compareTo(other.path("ts").asText()))
                .forEach(found::add);
        int from = fields.getOrDefault("cursor", "").isEmpty() ? 0 : Integer.parseInt(fields.get("cursor"));
        int to = Math.min(found.size(), from + Integer.parseInt(fields.getOrDefault("limit", "100")));
        ObjectNode reply = ok();
        ArrayNode page = reply.putArray("messages");
        for (int at = from; at < to; at++) {
            page.add(found.get(at).deepCopy());
        }
        reply.putObject("response_metadata").put("next_cursor", to < found.size() ? Integer.toString(to) : "");
        return reply;
    }

    private void respond(Context ctx) {
        calls.add(new Call("respond", Map.of("id", ctx.pathParam("id"), "body", ctx.body()), System.nanoTime()));
        Trouble trouble = next("respond");
        ctx.status(trouble == null ? 200 : trouble.status()).result("ok");
    }

    /** What a person says; it is kept, so that the thread's history holds it. */
    public String says(String channel, String thread, String user, String text) {
        String ts = newTs();
        synchronized (messages) {
            ObjectNode message = JSON.createObjectNode()
                    .put("type", "message")
                    .put("ts", ts)
                    .put("channel", channel)
                    .put("user", user)
                    .put("text", text);
            if (!thread.isEmpty()) {
                message.put("thread_ts", thread);
            }
            messages.add(message);
        }
        return ts;
    }

    /** The next calls of a method are limited in their rate. */
    public void limit(String method, int times, long seconds) {
        trouble(method, times, new Trouble(429, "ratelimited", seconds, false));
    }

    /** The next calls of a method meet a broken Slack. */
    public void fail(String method, int times) {
        trouble(method, times, new Trouble(503, "service_unavailable", 0, false));
    }

    /** The next calls of a method are served, but the caller hears of a fault. */
    public void loseReply(String method, int times) {
        trouble(method, times, new Trouble(500, "internal_error", 0, true));
    }

    private void trouble(String method, int times, Trouble trouble) {
        Deque<Trouble> waiting = troubles.computeIfAbsent(method, unknown -> new ArrayDeque<>());
        synchronized (waiting) {
            for (int time = 0; time < times; time++) {
                waiting.add(trouble);
            }
        }
    }

    /** From now on a method is refused in Slack's words. */
    public void refuse(String method, String error) {
        refusals.put(method, error);
    }

    /** From now on a kind of block is refused in Slack's words. */
    public void refuseBlocks(String type, String error) {
        refusedBlocks.put(type, error);
    }

    public void delay(String method, Duration delay) {
        delays.put(method, delay);
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** What the bot says in a channel, in order. */
    public List<JsonNode> answers(String channel) {
        synchronized (messages) {
            return messages.stream()
                    .filter(one -> one.path("user").asText().equals(BOT)
                            && one.path("channel").asText().equals(channel))
                    .map(one -> (JsonNode) one.deepCopy())
                    .toList();
        }
    }

    /** How many messages the bot has begun. */
    public int posts() {
        synchronized (messages) {
            return (int) messages.stream()
                    .filter(one -> one.path("user").asText().equals(BOT))
                    .count();
        }
    }

    /** Sends an envelope down the socket that the bot has opened. */
    public void push(String envelopeId, String type, String payload) {
        open().send("{\"envelope_id\":\"%s\",\"type\":\"%s\",\"accepts_response_payload\":false,\"payload\":%s}"
                .formatted(envelopeId, type, payload));
    }

    /** Breaks the socket as Slack does now and then. */
    public void hangUp() {
        open().send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    }

    private WsContext open() {
        return Objects.requireNonNull(socket, "the bot has opened no socket");
    }

    public int connections() {
        return connections.get();
    }

    public List<String> acknowledged() {
        return List.copyOf(acknowledged);
    }

    public static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
