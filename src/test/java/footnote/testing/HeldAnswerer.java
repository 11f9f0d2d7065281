package footnote.testing;

import footnote.answer.Answerer;
import footnote.answer.Draft;
import footnote.answer.Evidence;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Answers as {@link QuotingAnswerer} does, but not before it is let go. */
public final class HeldAnswerer implements Answerer {
    private static final int PATIENCE_SECONDS = 30;

    private final QuotingAnswerer quoting = new QuotingAnswerer();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    public String name() {
        return quoting.name();
    }

    /** Whether, within some seconds, a question arrived. */
    public boolean wasAsked() throws InterruptedException {
        return asked.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public void release() {
        released.countDown();
    }

    @Override
    public Draft answer(Evidence evidence, Consumer<String> pieces) {
        asked.countDown();
        try {
            if (!released.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let the answer go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return quoting.answer(evidence, pieces);
    }
}
