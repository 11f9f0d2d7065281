package footnote.answer.check;

import java.math.BigDecimal;

/**
 * A number that a text states.
 *
 * @param unit what kind of number: nothing, a share of a hundred, money, or a time of the day in minutes
 * @param about whether the text says that it is rounded
 */
record Amount(BigDecimal value, Unit unit, boolean about, int start, int end) {
    private static final BigDecimal ROUNDING = new BigDecimal("0.05");

    enum Unit {
        PLAIN,
        PERCENT,
        MONEY,
        CLOCK
    }

    /** Whether a text that states {@code other} supports this. */
    boolean isStatedBy(Amount other) {
        boolean sameKind = unit == other.unit
                || (unit == Unit.PLAIN && other.unit == Unit.MONEY)
                || (unit == Unit.MONEY && other.unit == Unit.PLAIN);
        if (!sameKind) {
            return false;
        }
        BigDecimal apart = value.subtract(other.value).abs();
        boolean rounded = about && digits(value) < digits(other.value);
        return apart.signum() == 0 || (rounded && apart.compareTo(value.abs().multiply(ROUNDING)) <= 0);
    }

    private static int digits(BigDecimal number) {
        return number.stripTrailingZeros().precision();
    }
}
