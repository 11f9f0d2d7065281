package footnote.model;

import java.util.Arrays;

/** How the vectors of a text's word pieces become the one vector of the text. */
enum Pooling {
    /** The vector of [CLS] stands for the text. */
    FIRST {
        @Override
        float[] pool(float[] rows, int dimensions) {
            return unit(Arrays.copyOf(rows, dimensions));
        }
    },
    /** The mean over all pieces, [CLS] and [SEP] included. */
    MEAN {
        @Override
        float[] pool(float[] rows, int dimensions) {
            float[] sum = new float[dimensions];
            for (int i = 0; i < rows.length; i++) {
                sum[i % dimensions] += rows[i];
            }
            return unit(sum);
        }
    };

    /**
     * A vector of length one.
     *
     * @param rows one row of {@code dimensions} numbers for each piece, row after row
     */
    abstract float[] pool(float[] rows, int dimensions);

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
