package footnote.answer.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.IOException;

/**
 * Passes a stream's events on as long as they are JSON. Some of LangChain4j's clients skip an event that they can't read,
 * and with it perhaps the word "not"; here it ends the stream with a fault. For one stream and its thread.
 */
final class CheckedEvents implements ServerSentEventListener {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LAST = "[DONE]";

    private final ServerSentEventListener listener;
    private boolean isBroken;

    CheckedEvents(ServerSentEventListener listener) {
        this.listener = listener;
    }

    @Override
    public void onOpen(SuccessfulHttpResponse response) {
        listener.onOpen(response);
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        if (isReadable(event)) {
            listener.onEvent(event, context);
        }
    }

    @Override
    public void onEvent(ServerSentEvent event) {
        if (isReadable(event)) {
            listener.onEvent(event);
        }
    }

    private boolean isReadable(ServerSentEvent event) {
        String data = event.data();
        if (!isBroken && data != null && !data.isBlank() && !data.strip().equals(LAST)) {
            try {
                JSON.readTree(data);
            } catch (JsonProcessingException e) {
                // Without the cause, which quotes what the provider sent.
                onError(new IOException("the provider sent an event that is no JSON"));
            }
        }
        return !isBroken;
    }

    @Override
    public void onError(Throwable fault) {
        if (!isBroken) {
            isBroken = true;
            listener.onError(fault);
        }
    }

    @Override
    public void onClose() {
        if (!isBroken) {
            listener.onClose();
        }
    }
}
