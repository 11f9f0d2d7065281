package footnote.answer;

import footnote.answer.Draft.Quote;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers what date a document bears, which is often said beside its text and not in it. The document is the best found
 * that speaks of every name in the question.
 *
 * @param quote the sentence that says the date, else the first one of the passage that was found
 */
record DocumentDate(LocalDate date, Quote quote) {
    private static final String DOCUMENT =
            "(?:article|report|story|document|news item|post|piece|press release|memo|minutes|letter)s?\\b";
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:what|which) (?:is|was|\\w+)? ?(?:the |calendar |publication |exact )*(?:date|day)\\b[^,]{0,12}\\b(?:of|on|is|was|does|did|has)"
                    + " (?:the|this|that) (?:\\w+ )?" + DOCUMENT
                    + "|\\bwhen (?:is|was) (?:the|this|that) (?:\\w+ )?" + DOCUMENT
                    + ".{0,80}\\b(?:published|written|posted|dated|printed|issued|released)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Empty if the question doesn't ask for it, or no dated document speaks of all its names. */
    static Optional<DocumentDate> of(Evidence evidence) {
        String question = evidence.question().text();
        if (!ASKED.matcher(question).find()) {
            return Optional.empty();
        }
        Coverage coverage = new Coverage(question);
        for (Passage passage : evidence.passages()) {
            LocalDate date = passage.date();
            if (date != null && coverage.of(passage).names() == 1) {
                return Optional.of(new DocumentDate(date, quote(evidence, passage, date)));
            }
        }
        return Optional.empty();
    }

    private static Quote quote(Evidence evidence, Passage found, LocalDate date) {
        return evidence.passages().stream()
                .filter(passage -> passage.document().equals(found.document()))
                .flatMap(passage -> TextDates.of(passage.text(), null).stream()
                        .filter(said -> said.from().equals(date) && said.to().equals(date))
                        .map(said -> sentence(passage, said.start())))
                .findFirst()
                .orElseGet(() -> sentence(found, 0));
    }

    private static Quote sentence(Passage passage, int at) {
        return Sentences.of(passage.text()).stream()
                .filter(sentence -> sentence.end() > at)
                .findFirst()
                .map(sentence -> new Quote(passage, sentence.start(), sentence.end()))
                .orElseGet(() -> new Quote(passage, 0, passage.text().length()));
    }

    /** For instance "5 March 2022". */
    String words() {
        return LONG.format(date);
    }

    /** One sentence that names the document. */
    String statement() {
        return "“" + quote.passage().title() + "” is dated " + words() + ".";
    }
}
