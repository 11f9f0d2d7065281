package footnote.answer.generate;

import java.time.Duration;

/**
 * How long and how often a model is asked.
 *
 * @param firstPiece how long to wait for the first piece of an answer
 * @param whole how long an answer may take, waiting and a second try included
 * @param simultaneous how many answers may be written at once
 * @param waiting how long a question may wait for its turn
 * @param pause before the second try, where the provider names no pause of its own
 * @param longest how many characters an answer may have
 */
public record ModelLimits(
        Duration firstPiece, Duration whole, int simultaneous, Duration waiting, Duration pause, int longest) {
    public ModelLimits {
        if (simultaneous < 1) {
            throw new IllegalArgumentException("simultaneous must be at least 1, got " + simultaneous);
        }
    }

    public static ModelLimits usual() {
        return new ModelLimits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                8,
                Duration.ofSeconds(30),
                Duration.ofMillis(500),
                20_000);
    }
}
