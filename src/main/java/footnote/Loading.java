package footnote;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something heavy that is loaded once, in the background, from the moment that somebody wants it. Threads may share one. */
final class Loading<T> {
    private final Supplier<T> source;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<T> loaded = new CompletableFuture<>();

    Loading(Supplier<T> source) {
        this.source = source;
    }

    void begin() {
        if (begun.compareAndSet(false, true)) {
            loaded.completeAsync(source);
        }
    }

    boolean isDone() {
        return loaded.isDone() && !loaded.isCompletedExceptionally();
    }

    /** Begins if nobody has, waits, and throws what the loading threw. */
    T await() {
        begin();
        try {
            return loaded.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : e;
        }
    }

    /** Does something with it as soon as it is there, and nothing if it was never wanted or can't be loaded. */
    void then(Consumer<T> use) {
        var unused = loaded.thenAccept(use);
    }
}
