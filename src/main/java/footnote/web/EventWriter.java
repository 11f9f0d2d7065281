package footnote.web;

import footnote.answer.Assistant.AskerGone;
import footnote.domain.AnswerEvent;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Sends an answer's events as server-sent events (WHATWG HTML, section 9.2), each at once and as one line of JSON. It
 * throws {@link AskerGone} when nobody reads any more. One question's use.
 */
final class EventWriter implements Consumer<AnswerEvent> {
    private final OutputStream out;

    private EventWriter(OutputStream out) {
        this.out = out;
    }

    /** Begins the stream. It goes past the server's compression, which would hold events back. */
    static EventWriter open(Context ctx) throws IOException {
        ctx.contentType("text/event-stream;charset=utf-8");
        ctx.header(Header.CACHE_CONTROL, "no-store").header("X-Accel-Buffering", "no");
        return new EventWriter(ctx.res().getOutputStream());
    }

    @Override
    public void accept(AnswerEvent event) {
        switch (event) {
            case AnswerEvent.Sources sources -> send("sources", sources);
            case AnswerEvent.Text text -> send("text", text);
            case AnswerEvent.Completed completed -> send("completed", completed.answer());
            case AnswerEvent.Declined declined -> send("declined", declined.closest());
            case AnswerEvent.Failed failed ->
                send("failed", AnswerFailed.of(failed).problem());
        }
    }

    private void send(String name, Object data) {
        try {
            out.write(("event: " + name + "\ndata: ").getBytes(StandardCharsets.UTF_8));
            out.write(Json.bytes(data));
            out.write(new byte[] {'\n', '\n'});
            out.flush();
        } catch (IOException e) {
            throw new AskerGone(e);
        }
    }
}
