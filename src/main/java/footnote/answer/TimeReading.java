package footnote.answer;

import footnote.domain.TimeScope;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a question says about time.
 *
 * @param scope the days that the question speaks of, both ends included, with its words; empty if it names none
 * @param binding how firmly the scope holds the documents; {@code NONE} exactly if there is no scope
 * @param freshness whether a newer document is the better one; never one dated after the day the question was asked
 */
record TimeReading(Optional<TimeScope> scope, Binding binding, Freshness freshness) {
    /** How firmly a scope holds the documents, loosest first. */
    enum Binding {
        /** The question names no time. */
        NONE,
        /** The time belongs to what is asked about ("the 2018 Winter Olympics", "in 1973"): it may weigh, not filter. */
        EVENT,
        /** A bound, or a time counted from today: "since March", "before 2015", "last week". */
        BOUND,
        /** The documents' own dates are spoken of: "articles from March 2022". */
        DOCUMENTS
    }

    TimeReading {
        if (scope.isEmpty() != (binding == Binding.NONE)) {
            throw new IllegalArgumentException(
                    "a reading has a binding exactly if it has a scope, got " + binding + " with " + scope);
        }
    }

    /**
     * The days in which a document that tells of the scope is dated. What happened on a day can't be told before it, but at
     * any time after it, so a bound keeps its first day only; words about the documents themselves keep both.
     *
     * <p>Only {@code DOCUMENTS} says what a reader will accept. A bound is a strong hint: what the question asks about the
     * event of last week may stand in an older document, so there it should weigh, or give way if nothing answers.
     *
     * @return empty if a document of any day may tell of it
     */
    Optional<TimeScope> documentDates(LocalDate asOf) {
        return switch (binding) {
            case NONE, EVENT -> Optional.empty();
            case DOCUMENTS -> scope;
            case BOUND ->
                scope.filter(said -> said.from() != null && !said.from().isAfter(asOf))
                        .map(said -> new TimeScope(said.from(), null, said.said()));
        };
    }
}
