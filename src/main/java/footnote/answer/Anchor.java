package footnote.answer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The day that words were written on, and where a date without a year lies from there.
 *
 * @param day what "today" means
 * @param toward which way to look for the year
 */
record Anchor(LocalDate day, Toward toward) {
    /** Where a day or a month without a year is looked for. */
    enum Toward {
        /** The latest one that is not after the day. */
        PAST,
        /** The next one that is not before the day. */
        FUTURE,
        /** The one fewer days away. */
        NEAREST,
        /** The latest one, but none where the next one is close: a text of December that says "in January" may mean both. */
        UNSURE
    }

    private static final int CLOSE_DAYS = 92;
    /** 29 February can be eight years away. */
    private static final int YEARS_TO_TRY = 9;

    private static final Pattern PAST_LEAD = Pattern.compile("(?i)\\b(?:since|as of)\\s{1,3}(?:the\\s)?$");
    private static final Pattern NEAREST_LEAD =
            Pattern.compile("(?i)\\b(?:starting|beginning|effective|through)\\s{1,3}(?:on\\s|in\\s|from\\s)?$");
    private static final Pattern FUTURE_CUE = Pattern.compile("(?i)\\b(?:will|shall|won't|upcoming|scheduled|coming"
            + "|(?:is|are|was|were)\\s(?:set|due|expected|planned|slated|going)\\s(?:to|for)"
            + "|(?:plan|plans|planning|expects|hopes|intends)\\sto)\\b");
    private static final Pattern GOING_ON =
            Pattern.compile("(?i)\\b(?:is|are)\\s(?:[a-z]{2,20}ly\\s)?[a-z]{2,20}ing\\b");

    /** The anchor of a question: it mostly asks about what was. */
    static Anchor ofQuestion(LocalDate day, String before, String sentence) {
        Toward otherwise = GOING_ON.matcher(sentence).find() ? Toward.NEAREST : Toward.PAST;
        return new Anchor(day, toward(before, sentence, otherwise));
    }

    /** The anchor of a passage, whose writer knew what is to come and may tell of both. */
    static Anchor ofText(LocalDate day, String before, String sentence) {
        return new Anchor(day, toward(before, sentence, Toward.UNSURE));
    }

    private static Toward toward(String before, String sentence, Toward otherwise) {
        if (PAST_LEAD.matcher(before).find()) {
            return Toward.PAST;
        }
        if (NEAREST_LEAD.matcher(before).find()) {
            return Toward.NEAREST;
        }
        return FUTURE_CUE.matcher(sentence).find() ? Toward.FUTURE : otherwise;
    }

    /** Finds the year of a date that names none. */
    Optional<Period> placed(IntFunction<Optional<Period>> inYear) {
        Optional<Period> latest = IntStream.range(0, YEARS_TO_TRY)
                .mapToObj(back -> inYear.apply(day.getYear() - back))
                .flatMap(Optional::stream)
                .filter(period -> !period.from().isAfter(day))
                .findFirst();
        Optional<Period> next = IntStream.range(-1, YEARS_TO_TRY)
                .mapToObj(ahead -> inYear.apply(day.getYear() + ahead))
                .flatMap(Optional::stream)
                .filter(period -> !period.to().isBefore(day))
                .findFirst();
        return switch (toward) {
            case PAST -> latest;
            case FUTURE -> next;
            case NEAREST ->
                next.map(this::away).orElse(Long.MAX_VALUE)
                                < latest.map(this::away).orElse(Long.MAX_VALUE)
                        ? next
                        : latest;
            case UNSURE -> isClose(next) ? Optional.empty() : latest;
        };
    }

    private boolean isClose(Optional<Period> next) {
        return next.filter(period -> period.from().isAfter(day))
                .filter(period -> away(period) <= CLOSE_DAYS)
                .isPresent();
    }

    private long away(Period period) {
        if (period.from().isAfter(day)) {
            return ChronoUnit.DAYS.between(day, period.from());
        }
        return period.to().isBefore(day) ? ChronoUnit.DAYS.between(period.to(), day) : 0;
    }
}
