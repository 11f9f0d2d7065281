package footnote.answer.generate;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.chat.response.StreamingHandle;
import dev.langchain4j.model.output.TokenUsage;
import footnote.answer.Assistant.AskerGone;
import footnote.answer.generate.ModelFault.Kind;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One try at having a model write. The model works on a thread of its own and hands its pieces over; the asker's thread
 * hears them and keeps the time, for after a cancel LangChain4j calls nothing any more.
 */
final class ModelCall implements StreamingChatResponseHandler {
    /**
     * What the model wrote.
     *
     * @param tokens null if the provider doesn't count them
     */
    record Written(String text, @Nullable TokenUsage tokens, long firstPieceNanos) {}

    private sealed interface Event {}

    private record Piece(String text) implements Event {}

    private record Done(@Nullable TokenUsage tokens) implements Event {}

    private record Broken(Throwable cause) implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile @Nullable StreamingHandle handle;
    private volatile boolean isOver;

    /**
     * Waits for the whole text.
     *
     * @param deadline by {@link System#nanoTime}
     * @throws ModelFault if there will be none
     * @throws AskerGone if the calling thread is interrupted; the model is stopped then, as after any exception of {@code
     *     pieces}
     */
    Written run(
            StreamingChatModel model, ChatRequest request, ModelLimits limits, long deadline, Consumer<String> pieces) {
        Thread writer = Thread.ofVirtual().name("model").start(() -> write(model, request));
        try {
            return listen(limits, deadline, pieces);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AskerGone(e);
        } finally {
            stop(writer);
        }
    }

    private void write(StreamingChatModel model, ChatRequest request) {
        try {
            model.chat(request, this);
        } catch (RuntimeException e) {
            events.add(new Broken(e));
        }
    }

    private Written listen(ModelLimits limits, long deadline, Consumer<String> pieces) throws InterruptedException {
        long start = System.nanoTime();
        long first = 0;
        StringBuilder text = new StringBuilder();
        while (true) {
            long until =
                    first == 0 ? Math.min(deadline, start + limits.firstPiece().toNanos()) : deadline;
            Event event = events.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            boolean streamed = !text.isEmpty();
            if (event == null) {
                throw new ModelFault(Kind.TOO_SLOW, null, streamed);
            }
            first = first == 0 ? System.nanoTime() : first;
            switch (event) {
                case Piece piece -> hear(piece.text(), text, limits, pieces);
                case Done done -> {
                    return new Written(text.toString(), done.tokens(), first - start);
                }
                case Broken broken -> throw ModelFault.of(broken.cause(), streamed);
            }
        }
    }

    private static void hear(String piece, StringBuilder text, ModelLimits limits, Consumer<String> pieces) {
        text.append(piece);
        if (text.length() > limits.longest()) {
            throw new ModelFault(Kind.NONSENSE, null, true);
        }
        if (!piece.isEmpty()) {
            pieces.accept(piece);
        }
    }

    private void stop(Thread writer) {
        isOver = true;
        StreamingHandle known = handle;
        if (known != null) {
            known.cancel();
        }
        writer.interrupt();
    }

    @Override
    public void onPartialResponse(PartialResponse partial, PartialResponseContext context) {
        handle = context.streamingHandle();
        if (isOver) {
            context.streamingHandle().cancel();
        }
        events.add(new Piece(partial.text()));
    }

    @Override
    public void onPartialResponse(String partial) {
        events.add(new Piece(partial));
    }

    /** A thought is no answer, but a sign of life. */
    @Override
    public void onPartialThinking(PartialThinking thinking) {
        events.add(new Piece(""));
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        events.add(new Done(response.tokenUsage()));
    }

    @Override
    public void onError(Throwable error) {
        events.add(new Broken(error));
    }
}
