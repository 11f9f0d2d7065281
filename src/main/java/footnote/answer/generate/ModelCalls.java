package footnote.answer.generate;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import footnote.answer.Assistant.AskerGone;
import footnote.answer.generate.ModelCall.Written;
import footnote.answer.generate.ModelFault.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * All calls to one model: a few at once, the others in the order of their coming, each with a second try where a fault may
 * pass. Threads may share it.
 */
public final class ModelCalls {
    private final StreamingChatModel model;
    private final ModelLimits limits;
    private final Semaphore turns;

    public ModelCalls(StreamingChatModel model, ModelLimits limits) {
        this.model = model;
        this.limits = limits;
        turns = new Semaphore(limits.simultaneous(), true);
    }

    /**
     * The text that the model writes to some messages.
     *
     * @throws ModelFault if it writes none in time
     * @throws AskerGone if the calling thread is interrupted
     */
    Written ask(List<ChatMessage> messages, Consumer<String> pieces) {
        long deadline = System.nanoTime() + limits.whole().toNanos();
        try {
            if (!turns.tryAcquire(
                    Math.min(limits.waiting().toNanos(), limits.whole().toNanos()), TimeUnit.NANOSECONDS)) {
                throw new ModelFault(Kind.BUSY, null, false);
            }
            try {
                return tried(ChatRequest.builder().messages(messages).build(), deadline, pieces);
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AskerGone(e);
        }
    }

    private Written tried(ChatRequest request, long deadline, Consumer<String> pieces) throws InterruptedException {
        try {
            return new ModelCall().run(model, request, limits, deadline, pieces);
        } catch (ModelFault fault) {
            Duration named = fault.retryAfter();
            Duration pause = named == null ? limits.pause() : named;
            if (!fault.mayPass() || System.nanoTime() + pause.toNanos() >= deadline) {
                throw fault;
            }
            Thread.sleep(pause);
            return new ModelCall().run(model, request, limits, deadline, pieces);
        }
    }
}
