package footnote.answer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * Some days in a row.
 *
 * @param from first day, included
 * @param to last day, included
 */
record Period(LocalDate from, LocalDate to) {
    Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("a period must not end before it starts, got " + from + " to " + to);
        }
    }

    static Period day(LocalDate day) {
        return new Period(day, day);
    }

    static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** Whole months, both ends included. */
    static Period months(YearMonth first, YearMonth last) {
        return new Period(first.atDay(1), last.atEndOfMonth());
    }

    static Period years(int first, int last) {
        return new Period(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }

    static Period year(int year) {
        return years(year, year);
    }

    /**
     * The whole unit of the calendar that holds a day; weeks start on Monday.
     *
     * @param unit an English word: "week", "weekend", "month", "quarter", "decade", "century", else a year
     */
    static Period calendar(LocalDate day, String unit) {
        YearMonth month = YearMonth.from(day);
        int year = day.getYear();
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "day" -> day(day);
            case "week" -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(monday, monday.plusDays(6));
            }
            case "weekend" -> {
                LocalDate sunday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                yield new Period(sunday.minusDays(1), sunday);
            }
            case "month" -> month(month);
            case "quarter" -> {
                YearMonth first = month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1);
                yield months(first, first.plusMonths(2));
            }
            case "decade" -> years(year / 10 * 10, year / 10 * 10 + 9);
            case "century" -> years((year - 1) / 100 * 100 + 1, (year - 1) / 100 * 100 + 100);
            default -> year(year);
        };
    }

    /** From the first day of either to the last day of either. */
    Period hull(Period other) {
        return new Period(from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
    }

    /** The same days of another year: whole months stay whole, and 29 February exists only where it exists. */
    Optional<Period> startingIn(int year) {
        LocalDate first = from.withYear(year);
        LocalDate last = to.withYear(year + to.getYear() - from.getYear());
        if (first.getDayOfMonth() != from.getDayOfMonth() || (isOneDay() && !first.equals(last))) {
            return Optional.empty();
        }
        boolean wholeMonth = !isOneDay() && to.equals(YearMonth.from(to).atEndOfMonth());
        return Optional.of(new Period(first, wholeMonth ? YearMonth.from(last).atEndOfMonth() : last));
    }

    boolean isOneDay() {
        return from.equals(to);
    }

    /**
     * One of the three thirds that "early", "mid" and "late" speak of, in whole years, months or days.
     *
     * @param third 0 for the first, 1 for the middle, 2 for the last
     */
    Period third(int third) {
        ChronoUnit unit = unit();
        long units = unit.between(from, to.plusDays(1));
        if (units < 3) {
            return this;
        }
        LocalDate middle = from.plus((units + 2) / 3, unit);
        LocalDate late = from.plus(units - units / 3, unit);
        return switch (third) {
            case 0 -> new Period(from, middle.minusDays(1));
            case 1 -> new Period(middle, late.minusDays(1));
            default -> new Period(late, to);
        };
    }

    /** The first or the second half, in whole years, months or days. */
    Period half(int half) {
        ChronoUnit unit = unit();
        LocalDate middle = from.plus((unit.between(from, to.plusDays(1)) + 1) / 2, unit);
        if (middle.isAfter(to)) {
            return this;
        }
        return half == 0 ? new Period(from, middle.minusDays(1)) : new Period(middle, to);
    }

    private ChronoUnit unit() {
        long months = ChronoUnit.MONTHS.between(from, to.plusDays(1));
        if (months >= 120) {
            return ChronoUnit.YEARS;
        }
        return months >= 3 ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
    }
}
