package footnote.web;

import footnote.domain.AnswerEvent;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Tells an answer's events in the form of the public API: a name, and one JSON object on one line. */
final class EventWriter implements Consumer<AnswerEvent> {
    private final EventStream stream;

    EventWriter(EventStream stream) {
        this.stream = stream;
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
        stream.send("event: " + name + "\ndata: " + new String(Json.bytes(data), StandardCharsets.UTF_8) + "\n\n");
    }
}
