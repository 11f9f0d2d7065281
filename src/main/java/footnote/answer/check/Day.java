package footnote.answer.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A date as far as a text states it.
 *
 * @param year 0 if it doesn't say
 * @param month 0 if it doesn't say
 * @param day of the month, 0 if it doesn't say
 * @param weekday null if it doesn't say
 */
record Day(int year, int month, int day, @Nullable DayOfWeek weekday, int start, int end) {
    private static final int DAYS_NEAR = 6;

    /** Whether a text of a known date that states {@code other} supports this. */
    boolean isStatedBy(Day other, @Nullable LocalDate written) {
        return agrees(year, other.year, written == null ? 0 : written.getYear(), 1)
                && agrees(month, other.month, 0, 0)
                && agrees(day, other.day, 0, 0)
                && (weekday == null || weekday == other.weekday || weekday == weekdayOf(other, written));
    }

    private static boolean agrees(int wanted, int stated, int written, int around) {
        boolean unsaid = stated == 0 && written != 0 && Math.abs(wanted - written) <= around;
        return wanted == 0 || wanted == stated || unsaid;
    }

    private static @Nullable DayOfWeek weekdayOf(Day other, @Nullable LocalDate written) {
        int year = other.year == 0 && written != null ? written.getYear() : other.year;
        boolean whole =
                year != 0 && other.month != 0 && YearMonth.of(year, other.month).isValidDay(other.day);
        return whole ? LocalDate.of(year, other.month, other.day).getDayOfWeek() : null;
    }

    /** Whether this is the day itself that a text was written, as far as it says. */
    boolean isOf(LocalDate written) {
        return isStatedBy(
                new Day(
                        written.getYear(),
                        written.getMonthValue(),
                        written.getDayOfMonth(),
                        written.getDayOfWeek(),
                        0,
                        0),
                written);
    }

    /** Whether this may be the weekday that a text, written then, names alone. */
    boolean isNear(DayOfWeek named, LocalDate written) {
        for (int off = -DAYS_NEAR; off <= DAYS_NEAR; off++) {
            LocalDate near = written.plusDays(off);
            if (near.getDayOfWeek() == named && isOf(near)) {
                return true;
            }
        }
        return false;
    }

    boolean isWeekdayAlone() {
        return weekday != null && year == 0 && month == 0 && day == 0;
    }
}
