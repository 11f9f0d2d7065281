package footnote.eval;

import java.util.Arrays;

/**
 * Logistic regression by gradient descent on standardised values with a little ridge; the weights it gives are for the
 * values as they were. Deterministic.
 */
final class LogisticFit {
    private static final int STEPS = 3_000;
    private static final double RATE = 1;
    private static final double RIDGE = 1e-3;

    /** A signal that varies less than this has one value, but for rounding, and tells nothing. */
    private static final double SAME = 1e-9;

    private final double[][] values;
    private final double[] labels;
    private final double[] importance;
    private final double[] mean;
    private final double[] deviation;

    /**
     * @param values [example][signal]
     * @param labels 1 for right, 0 for wrong
     * @param importance of each example; only proportions matter
     */
    LogisticFit(double[][] values, double[] labels, double[] importance) {
        double whole = Arrays.stream(importance).sum();
        this.labels = labels;
        this.importance = Arrays.stream(importance).map(one -> one / whole).toArray();
        int signals = values[0].length;
        mean = new double[signals];
        deviation = new double[signals];
        for (int signal = 0; signal < signals; signal++) {
            measure(values, signal);
        }
        this.values = Arrays.stream(values).map(this::standard).toArray(double[][]::new);
    }

    private void measure(double[][] raw, int signal) {
        for (int at = 0; at < raw.length; at++) {
            mean[signal] += importance[at] * raw[at][signal];
        }
        for (int at = 0; at < raw.length; at++) {
            double off = raw[at][signal] - mean[signal];
            deviation[signal] += importance[at] * off * off;
        }
        double root = Math.sqrt(deviation[signal]);
        deviation[signal] = root > SAME * Math.max(1, Math.abs(mean[signal])) ? root : 0;
    }

    private double[] standard(double[] raw) {
        double[] standard = new double[raw.length];
        for (int signal = 0; signal < raw.length; signal++) {
            standard[signal] = deviation[signal] > 0 ? (raw[signal] - mean[signal]) / deviation[signal] : 0;
        }
        return standard;
    }

    /** One weight a signal, and the bias behind them. */
    double[] weights() {
        double[] weights = new double[mean.length + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = slope(weights);
            for (int at = 0; at < weights.length; at++) {
                weights[at] -= RATE * slope[at];
            }
        }
        return unstandardised(weights);
    }

    private double[] slope(double[] weights) {
        double[] slope = new double[weights.length];
        for (int at = 0; at < values.length; at++) {
            double sum = weights[weights.length - 1];
            for (int signal = 0; signal < values[at].length; signal++) {
                sum += weights[signal] * values[at][signal];
            }
            double error = importance[at] * (1 / (1 + Math.exp(-sum)) - labels[at]);
            for (int signal = 0; signal < values[at].length; signal++) {
                slope[signal] += error * values[at][signal];
            }
            slope[weights.length - 1] += error;
        }
        for (int signal = 0; signal < weights.length - 1; signal++) {
            slope[signal] += RIDGE * weights[signal];
        }
        return slope;
    }

    private double[] unstandardised(double[] weights) {
        double[] plain = weights.clone();
        for (int signal = 0; signal < mean.length; signal++) {
            plain[signal] = deviation[signal] > 0 ? weights[signal] / deviation[signal] : 0;
            plain[mean.length] -= plain[signal] * mean[signal];
        }
        return plain;
    }
}
