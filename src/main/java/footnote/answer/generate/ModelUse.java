package footnote.answer.generate;

import dev.langchain4j.model.output.TokenUsage;
import footnote.answer.generate.ModelCall.Written;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What one text, an answer or a rewritten question, took of a model; never a word of the texts.
 *
 * @param model as settings name it
 * @param outcome "answered", "declined", "condensed" or the fault in lower case, for instance "too_slow"
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
    /** @param start by {@link System#nanoTime} */
    static ModelUse of(String model, String outcome, @Nullable Written written, int withheld, long start) {
        TokenUsage tokens = written == null ? null : written.tokens();
        return new ModelUse(
                model,
                outcome,
                tokens == null ? null : tokens.inputTokenCount(),
                tokens == null ? null : tokens.outputTokenCount(),
                withheld,
                written == null ? 0 : TimeUnit.NANOSECONDS.toMillis(written.firstPieceNanos()),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Hears of every answer, for metrics and logs. Called on the asker's thread; threads share it. */
    @FunctionalInterface
    public interface Observer {
        void used(ModelUse use);
    }
}
