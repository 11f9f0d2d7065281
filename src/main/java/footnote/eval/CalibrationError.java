package footnote.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expected calibration error: how far confidence is from the share that is right, bin by bin, weighted by the bins' sizes
 * (Guo, Pleiss, Sun and Weinberger, ICML 2017, equation 3), over ten bins of equal width.
 */
final class CalibrationError {
    private static final int BINS = 10;

    private CalibrationError() {}

    /**
     * One answer's claim and what became of it.
     *
     * @param confidence from 0 to 1
     */
    record Claim(double confidence, boolean right) {
        Claim {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("a confidence must be from 0 to 1, got " + confidence);
            }
        }

        /** Bin n holds what is above n / 10 up to (n + 1) / 10; the first one holds 0 too. */
        int bin() {
            return Math.max(0, (int) Math.ceil(confidence * BINS) - 1);
        }
    }

    /** From 0 to 1, lower is better; null without claims. */
    static @Nullable Double of(List<Claim> claims) {
        double[] claimed = new double[BINS];
        double[] right = new double[BINS];
        for (Claim claim : claims) {
            claimed[claim.bin()] += claim.confidence();
            right[claim.bin()] += claim.right() ? 1 : 0;
        }
        double gap = 0;
        for (int bin = 0; bin < BINS; bin++) {
            gap += Math.abs(claimed[bin] - right[bin]);
        }
        return claims.isEmpty() ? null : gap / claims.size();
    }
}
