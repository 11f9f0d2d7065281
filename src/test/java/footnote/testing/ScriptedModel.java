package footnote.testing;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.function.UnaryOperator;

/** A language model that writes what a function makes of what the user's message says. */
public final class ScriptedModel implements StreamingChatModel {
    private final UnaryOperator<String> script;

    public ScriptedModel(UnaryOperator<String> script) {
        this.script = script;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        String written = script.apply(((UserMessage) request.messages().getLast()).singleText());
        handler.onPartialResponse(written);
        handler.onCompleteResponse(
                ChatResponse.builder().aiMessage(AiMessage.from(written)).build());
    }
}
