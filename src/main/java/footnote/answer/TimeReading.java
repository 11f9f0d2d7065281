package footnote.answer;

import footnote.domain.TimeScope;
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
     * The days in which a document must be dated to be read: only words about the documents themselves keep others out.
     * What happened since March may also be told by a page that is older or undated; measured on realtimeqa, leaving those
     * out cost 9 % of such questions their answer.
     *
     * @return empty if a document of any day may answer
     */
    Optional<TimeScope> documentDates() {
        return binding == Binding.DOCUMENTS ? scope : Optional.empty();
    }
}
