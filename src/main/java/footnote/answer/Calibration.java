package footnote.answer;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * Turns the signals of a candidate answer into the probability that it is right (logistic regression), and says from
 * which probability on an answer is given. Where only one passage was read, what compares passages says nothing, so that
 * the signals weigh otherwise and another threshold is best. Threads may share it.
 */
public final class Calibration {
    private static final String RESOURCE = "/footnote/calibration.properties";

    /** Goes before the names of the weights and of the threshold for one passage alone. */
    public static final String ALONE = "alone.";

    private final Weights across;
    private final Weights alone;

    /**
     * @param across where several passages were read
     * @param alone where one was
     */
    public Calibration(Weights across, Weights alone) {
        this.across = across;
        this.alone = alone;
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
        return new Calibration(weights(file, ""), weights(file, ALONE));
    }

    private static Weights weights(Properties file, String prefix) {
        double[] weights = Signals.NAMES.stream()
                .mapToDouble(name -> number(file, prefix + name))
                .toArray();
        return new Weights(weights, number(file, prefix + "bias"), number(file, prefix + "threshold"));
    }

    private static double number(Properties file, String name) {
        return Double.parseDouble(Objects.requireNonNull(file.getProperty(name), RESOURCE + " lacks " + name));
    }

    /** The probability that a candidate with these signals is right, by how many passages were read. */
    public double probability(Signals signals, int passages) {
        return weights(passages).probability(signals);
    }

    /** Whether an answer of this probability is given, by how many passages were read. */
    public boolean carries(double probability, int passages) {
        return probability >= weights(passages).threshold;
    }

    private Weights weights(int passages) {
        return passages == 1 ? alone : across;
    }

    /** What each signal counts, and the probability from which on an answer is given. */
    public static final class Weights {
        private final double[] weights;
        private final double bias;
        private final double threshold;

        /** @param weights in the order of {@link Signals#NAMES} */
        public Weights(double[] weights, double bias, double threshold) {
            if (weights.length != Signals.NAMES.size()) {
                throw new IllegalArgumentException(
                        "one weight for each of " + Signals.NAMES + ", got " + weights.length + " weights");
            }
            this.weights = weights.clone();
            this.bias = bias;
            this.threshold = threshold;
        }

        /** The same weights with another threshold. */
        public Weights from(double probability) {
            return new Weights(weights, bias, probability);
        }

        double probability(Signals signals) {
            double[] values = signals.values();
            double sum = bias;
            for (int at = 0; at < values.length; at++) {
                sum += weights[at] * values[at];
            }
            return 1 / (1 + Math.exp(-sum));
        }

        /** As lines of a properties file. */
        public String file(String prefix) {
            StringBuilder lines = new StringBuilder();
            for (int at = 0; at < weights.length; at++) {
                lines.append(String.format(Locale.ROOT, "%s%s=%.4f%n", prefix, Signals.NAMES.get(at), weights[at]));
            }
            return lines.append(String.format(Locale.ROOT, "%sbias=%.4f%n", prefix, bias))
                    .append(String.format(Locale.ROOT, "%sthreshold=%.2f%n", prefix, threshold))
                    .toString();
        }
    }
}
