package footnote.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets the vectors of a document's passages lean towards their mean, its centroid: a passage then is also found by what
 * its document is about, and two documents on one subject are told apart by more than their best sentence.
 */
final class Centroid {
    /** How much the centroid counts beside a passage's own vector, as chosen by {@code eval} (src/README.md). */
    private static final double WEIGHT = 0.8;

    private Centroid() {}

    /**
     * @param own the passages' vectors, of length 1 each
     * @return theirs in the same order, of length 1 again; a lone passage keeps its own
     */
    static List<float[]> leaning(List<float[]> own) {
        if (own.size() < 2) {
            return own;
        }
        double[] centroid = unit(sum(own));
        List<float[]> leaning = new ArrayList<>();
        for (float[] vector : own) {
            double[] moved = new double[vector.length];
            for (int at = 0; at < moved.length; at++) {
                moved[at] = vector[at] + WEIGHT * centroid[at];
            }
            leaning.add(floats(unit(moved)));
        }
        return leaning;
    }

    private static double[] sum(List<float[]> vectors) {
        double[] sum = new double[vectors.getFirst().length];
        for (float[] vector : vectors) {
            for (int at = 0; at < sum.length; at++) {
                sum[at] += vector[at];
            }
        }
        return sum;
    }

    /** Of length 1; what has no direction stays as it is. */
    private static double[] unit(double[] vector) {
        double square = 0;
        for (double value : vector) {
            square += value * value;
        }
        double length = square > 0 ? Math.sqrt(square) : 1;
        double[] unit = new double[vector.length];
        for (int at = 0; at < unit.length; at++) {
            unit[at] = vector[at] / length;
        }
        return unit;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int at = 0; at < floats.length; at++) {
            floats[at] = (float) values[at];
        }
        return floats;
    }
}
