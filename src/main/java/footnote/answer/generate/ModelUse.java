package footnote.answer.generate;

import org.jspecify.annotations.Nullable;

/**
 * What one answer took of a model; never a word of the texts.
 *
 * @param model as settings name it
 * @param outcome "answered", "declined" or the fault in lower case, for instance "too_slow"
 * @param inputTokens null if the provider doesn't count them
 * @param outputTokens null if the provider doesn't count them
 * @param withheld sentences that the check withheld
 * @param firstPieceMillis until the model's first sign; 0 if there was none
 */
public record ModelUse(
        String model,
        String outcome,
        @Nullable Integer inputTokens,
        @Nullable Integer outputTokens,
        int withheld,
        long firstPieceMillis,
        long millis) {
    /** Hears of every answer, for metrics and logs. Called on the asker's thread; threads share it. */
    @FunctionalInterface
    public interface Observer {
        void used(ModelUse use);
    }
}
