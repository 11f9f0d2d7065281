package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.Draft;
import footnote.answer.Evidence;
import footnote.domain.Hit;
import footnote.domain.Question;
import footnote.testing.PhraseReader;
import footnote.testing.TinyCorpus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReaderAloneTest {
    private final List<String> pieces = new ArrayList<>();

    @Test
    void answersWithTheSpanOfTheBestOddsAndQuotesIt() {
        Draft draft = answer(12, "1931");

        assertThat(draft.shortAnswer()).isEqualTo("1931");
        assertThat(draft.statements()).singleElement().satisfies(statement -> assertThat(statement.quotes())
                .singleElement()
                .satisfies(quote -> {
                    assertThat(quote.passage().document()).isEqualTo("library");
                    assertThat(quote.passage().text().substring(quote.from(), quote.to()))
                            .isEqualTo("1931");
                }));
        assertThat(pieces).containsExactly("1931");
    }

    @Test
    void declinesBelowItsThreshold() {
        assertThat(answer(12.1, "1931").statements()).isEmpty();
        assertThat(answer(0, "nowhere").statements()).isEmpty();
        assertThat(pieces).isEmpty();
    }

    @Test
    void declinesWithNothingToRead() {
        Draft draft = new ReaderAlone(new PhraseReader("1931"), 0).answer(evidence(Stream.empty()), pieces::add);

        assertThat(draft.statements()).isEmpty();
        assertThat(draft.answerer()).isEqualTo("reader");
    }

    private Draft answer(double leastOdds, String phrase) {
        Stream<Hit> hits = TinyCorpus.ALL.stream()
                .flatMap(document -> TinyCorpus.passages(document).stream())
                .map(passage -> new Hit(passage, 1));
        return new ReaderAlone(new PhraseReader(phrase), leastOdds).answer(evidence(hits), pieces::add);
    }

    private static Evidence evidence(Stream<Hit> hits) {
        Question question = Question.of("When did the library open?", LocalDate.of(2022, 7, 1));
        return new Evidence(question, null, hits.toList(), false, null);
    }
}
