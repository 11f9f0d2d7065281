package footnote.web;

import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** {@code POST /v1/chat/completions} and {@code GET /v1/models}: Footnote as a model, for any client of OpenAI's API. */
final class ChatRoute {
    private final QuestionDesk desk;
    private final WebSettings settings;
    private final Heartbeat heartbeat;

    ChatRoute(QuestionDesk desk, WebSettings settings, Heartbeat heartbeat) {
        this.desk = desk;
        this.settings = settings;
        this.heartbeat = heartbeat;
    }

    void models(Context ctx) {
        Map<String, Object> model =
                Map.of("id", ChatReply.MODEL, "object", "model", "created", 0, "owned_by", ChatReply.MODEL);
        Json.reply(ctx, Map.of("object", "list", "data", List.of(model)));
    }

    void complete(Context ctx) {
        ChatRequest request =
                ChatRequest.read(JsonBody.read(ctx), settings.today().get());
        Talk talk = new Talk(
                "chatcmpl-" + UUID.randomUUID(), Instant.now().getEpochSecond(), base(ctx), request.countsUsage());
        if (request.streams()) {
            try (EventStream stream = new EventStream(ctx, heartbeat)) {
                desk.ask(request.question(), event -> talk.tell(event, stream));
            }
        } else {
            Answer answer = desk.answer(request.question(), ctx);
            Json.reply(ctx, ChatReply.whole(talk.id(), talk.created(), answer, talk.base()));
        }
    }

    private String base(Context ctx) {
        var known = settings.access().publicUrl();
        String base = known == null ? ctx.scheme() + "://" + ctx.host() : known.toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** One streamed reply. Such clients can't take back what they showed, so that text is sent only once it is checked. */
    private record Talk(String id, long created, String base, boolean countsUsage) {
        void tell(AnswerEvent event, EventStream stream) {
            switch (event) {
                case AnswerEvent.Sources sources ->
                    send(stream, ChatReply.chunk(id, created, new ChatReply.Message("assistant", "")));
                case AnswerEvent.Text unchecked -> {}
                case AnswerEvent.Completed completed -> finish(stream, completed.answer());
                case AnswerEvent.Declined declined -> finish(stream, declined.closest());
                case AnswerEvent.Failed failed ->
                    send(stream, Map.of("error", AnswerFailed.of(failed).problem()));
            }
        }

        private void finish(EventStream stream, Answer answer) {
            for (String line : ChatReply.written(answer, base).splitWithDelimiters("\n", 0)) {
                send(stream, ChatReply.chunk(id, created, new ChatReply.Message(null, line)));
            }
            send(stream, ChatReply.lastChunk(id, created, answer));
            if (countsUsage) {
                send(stream, ChatReply.usageChunk(id, created));
            }
            stream.send("data: [DONE]\n\n");
        }

        private static void send(EventStream stream, Object data) {
            stream.send("data: " + new String(Json.bytes(data), StandardCharsets.UTF_8) + "\n\n");
        }
    }
}
