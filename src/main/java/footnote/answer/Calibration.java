package footnote.answer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * Turns the signals of a candidate answer into the probability that it is right (logistic regression), and says from
 * which probability on an answer is given. Threads may share it.
 */
public final class Calibration {
    private static final String RESOURCE = "/footnote/calibration.properties";

    private final double[] weights;
    private final double bias;
    private final double threshold;

    /** @param weights in the order of {@link Signals#NAMES} */
    public Calibration(double[] weights, double bias, double threshold) {
        if (weights.length != Signals.NAMES.size()) {
            throw new IllegalArgumentException(
                    "one weight for each of " + Signals.NAMES + ", got " + weights.length + " weights");
        }
        this.weights = weights.clone();
        this.bias = bias;
        this.threshold = threshold;
    }

    /** The one that was fitted and shipped. */
    public static Calibration shipped() {
        Properties file = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Calibration.class.getResourceAsStream(RESOURCE), RESOURCE),
                StandardCharsets.UTF_8)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " can't be read", e);
        }
        double[] weights =
                Signals.NAMES.stream().mapToDouble(name -> number(file, name)).toArray();
        return new Calibration(weights, number(file, "bias"), number(file, "threshold"));
    }

    private static double number(Properties file, String name) {
        return Double.parseDouble(Objects.requireNonNull(file.getProperty(name), RESOURCE + " lacks " + name));
    }

    /** The probability that a candidate with these signals is right. */
    public double probability(Signals signals) {
        double[] values = signals.values();
        double sum = bias;
        for (int at = 0; at < values.length; at++) {
            sum += weights[at] * values[at];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Whether an answer of this probability is given. */
    public boolean carries(double probability) {
        return probability >= threshold;
    }
}
