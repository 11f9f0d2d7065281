package footnote.bench;

import footnote.answer.Answerer;
import footnote.answer.Draft;
import footnote.answer.Evidence;
import footnote.testing.QuotingAnswerer;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Writes a word every tenth of a second, as a distant model does, then quotes. */
record SlowAnswerer(int seconds) implements Answerer {
    private static final long NANOS_A_WORD = 100_000_000;

    @Override
    public String name() {
        return "slow";
    }

    @Override
    public Draft answer(Evidence evidence, Consumer<String> pieces) {
        for (int word = 0; word < seconds * 10; word++) {
            pieces.accept("word ");
            LockSupport.parkNanos(NANOS_A_WORD);
        }
        return new QuotingAnswerer().answer(evidence, pieces);
    }
}
