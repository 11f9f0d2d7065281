package footnote.testing;

import static footnote.testing.RunningServer.quoted;

import com.slack.api.app_backend.SlackSignature;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The requests that Slack sends, with Slack's signature. Threads may share it. */
public final class SlackEvents {
    public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    private final SlackSignature.Generator signer = new SlackSignature.Generator(SECRET);
    private final AtomicLong number = new AtomicLong();

    public HttpRequest signed(URI address, String body, String type) {
        return signed(address, body, type, Instant.now());
    }

    public HttpRequest signed(URI address, String body, String type, Instant when) {
        String timestamp = Long.toString(when.getEpochSecond());
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", signer.generate(timestamp, body))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** An event of Slack's, each time with another event id, as Slack's different events for one message have. */
    public String event(String event) {
        return """
                {"token":"t","team_id":"%s","api_app_id":"A1","type":"event_callback","event_id":"Ev%d","event_time":1700000000,
                 "authorizations":[{"team_id":"%s","user_id":"%s","is_bot":true}],"event":%s}""".formatted(FakeSlack.TEAM, number.incrementAndGet(), FakeSlack.TEAM, FakeSlack.BOT, event);
    }

    public String mention(String channel, String ts, String thread, String text) {
        return event("{\"type\":\"app_mention\",\"channel\":\"%s\",\"user\":\"U1\",\"ts\":\"%s\"%s,\"text\":%s}"
                .formatted(channel, ts, thread(thread), quoted("<@" + FakeSlack.BOT + "> " + text)));
    }

    /** @param kind {@code channel}, {@code im} and so on */
    public String message(String kind, String channel, String ts, String thread, String text) {
        return event(
                "{\"type\":\"message\",\"channel_type\":\"%s\",\"channel\":\"%s\",\"user\":\"U1\",\"ts\":\"%s\"%s,\"text\":%s}"
                        .formatted(kind, channel, ts, thread(thread), quoted(text)));
    }

    public String botMessage(String channel, String ts, String thread, String user, String text) {
        return event(
                "{\"type\":\"message\",\"channel_type\":\"channel\",\"channel\":\"%s\",\"user\":\"%s\",\"bot_id\":\"B9\",\"ts\":\"%s\"%s,\"text\":%s}"
                        .formatted(channel, user, ts, thread(thread), quoted(text)));
    }

    public String edited(String kind, String channel, String ts, String thread, String text, String when) {
        return event("""
                {"type":"message","subtype":"message_changed","channel":"%s","channel_type":"%s","ts":"%s",
                 "message":{"type":"message","user":"U1","ts":"%s"%s,"text":%s,"edited":{"user":"U1","ts":"%s"}},
                 "previous_message":{"type":"message","user":"U1","ts":"%s","text":"before"}}""".formatted(channel, kind, when, ts, thread(thread), quoted(text), when, ts));
    }

    public String deleted(String kind, String channel, String ts, String thread, String text) {
        return event("""
                {"type":"message","subtype":"message_deleted","channel":"%s","channel_type":"%s","deleted_ts":"%s","ts":"1800000000.000001",
                 "previous_message":{"type":"message","user":"U1","ts":"%s"%s,"text":%s}}""".formatted(channel, kind, ts, ts, thread(thread), quoted(text)));
    }

    public String paneOpened(String channel, String thread) {
        return event("""
                {"type":"assistant_thread_started","event_ts":"1700000000.000001","assistant_thread":{"user_id":"U1","channel_id":"%s",
                 "thread_ts":"%s","context":{"channel_id":"C9","team_id":"T1"}}}""".formatted(channel, thread));
    }

    public String command(String text, String trigger, String responseAddress) {
        return "token=t&team_id=T1&team_domain=d&channel_id=C1&channel_name=general&user_id=U1&user_name=ann&command=%2Ffootnote"
                + "&api_app_id=A1&text=" + encoded(text) + "&trigger_id=" + encoded(trigger) + "&response_url="
                + encoded(responseAddress);
    }

    public String pressed(String action, String value, String responseAddress) {
        String payload = """
                {"type":"block_actions","team":{"id":"T1","domain":"d"},"user":{"id":"U1","username":"ann","team_id":"T1"},
                 "api_app_id":"A1","token":"t","trigger_id":"1.1","channel":{"id":"C1","name":"general"},"response_url":%s,
                 "actions":[{"action_id":"%s","block_id":"b","type":"button","value":%s,"action_ts":"1700000000.1"}]}""".formatted(quoted(responseAddress), action, quoted(value));
        return "payload=" + encoded(payload);
    }

    private static String thread(String thread) {
        return thread.isEmpty() ? "" : ",\"thread_ts\":\"" + thread + "\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
