package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Citation;
import footnote.domain.Hit;
import footnote.domain.IndexState;
import footnote.domain.Passage;
import footnote.domain.Question;
import footnote.testing.TinyCorpus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AssistantTest {
    private static final Question QUESTION = Question.of("When did the library open?", LocalDate.of(2026, 11, 22));
    private static final Passage PASSAGE =
            TinyCorpus.passages(TinyCorpus.LIBRARY).getFirst();

    private final List<AnswerEvent> heard = new ArrayList<>();

    @Test
    void tellsSourcesThenTextThenOneEnding() {
        ask(List.of(new Hit(PASSAGE, 1)), new Quoting(), heard::add);

        assertThat(heard).hasSize(3);
        assertThat(heard.get(0)).isInstanceOf(AnswerEvent.Sources.class);
        assertThat(heard.get(1)).isEqualTo(new AnswerEvent.Text("It opened."));
        assertThat(heard.get(2)).isInstanceOf(AnswerEvent.Completed.class);
    }

    @Test
    void putsAMarkerBehindEverySentenceAndCitesExactWords() {
        ask(List.of(new Hit(PASSAGE, 1)), new Quoting(), heard::add);

        Answer answer = ((AnswerEvent.Completed) heard.getLast()).answer();
        assertThat(answer.answer()).isEqualTo("It opened. [1]\nIn 1931. [1][2]");
        assertThat(answer.citations()).extracting(Citation::marker).containsExactly(1, 2);
        assertThat(answer.citations()).allSatisfy(citation -> assertThat(citation.quote())
                .isEqualTo(TinyCorpus.LIBRARY.text().substring(citation.start(), citation.end())));
    }

    @Test
    void givesTheSourcesInTheOrderOfTheSearchAtFirstAndOfTheAnswererInTheEnd() {
        Hit library = new Hit(PASSAGE, 1);
        Hit bridge = new Hit(TinyCorpus.passages(TinyCorpus.BRIDGE).getFirst(), 0.5);
        ask(List.of(bridge, library), new Quoting(List.of(library, bridge)), heard::add);

        assertThat(((AnswerEvent.Sources) heard.getFirst()).sources()).containsExactly(bridge, library);
        assertThat(((AnswerEvent.Completed) heard.getLast()).answer().sources()).containsExactly(library, bridge);
    }

    @Test
    void leavesTheSourcesAsTheyWereFoundWhereTheAnswererSaysNothingOfTheirOrder() {
        List<Hit> found = List.of(new Hit(TinyCorpus.passages(TinyCorpus.BRIDGE).getFirst(), 1), new Hit(PASSAGE, 0.5));
        ask(found, new Quoting(), heard::add);

        assertThat(((AnswerEvent.Completed) heard.getLast()).answer().sources()).isEqualTo(found);
    }

    @Test
    void declinesWithoutAskingAnybodyWhenNothingWasFound() {
        ask(List.of(), new Broken(), heard::add);

        assertThat(heard.getLast()).isInstanceOfSatisfying(AnswerEvent.Declined.class, declined -> {
            assertThat(declined.closest().citations()).isEmpty();
            assertThat(declined.closest().answer()).isEqualTo("The passages don't answer this question.");
        });
    }

    @Test
    void endsAFaultWithOneFailureThatTellsNoDetails() {
        ask(List.of(new Hit(PASSAGE, 1)), new Broken(), heard::add);

        assertThat(heard).hasSize(2);
        assertThat(heard.getLast())
                .isInstanceOfSatisfying(AnswerEvent.Failed.class, failed -> assertThat(failed.message())
                        .doesNotContain("secret"));
    }

    @Test
    void fallsSilentWhenItsAskerHasGone() {
        ask(List.of(new Hit(PASSAGE, 1)), new Quoting(), event -> {
            heard.add(event);
            if (event instanceof AnswerEvent.Text) {
                throw new Assistant.AskerGone(null);
            }
        });

        assertThat(heard).noneMatch(AnswerEvent.Ending.class::isInstance);
    }

    private static void ask(List<Hit> hits, Answerer answerer, Consumer<AnswerEvent> listener) {
        EvidenceFinder finder = question -> new Evidence(question, null, hits, false, null);
        new Assistant(Question::text, finder, answerer, () -> new IndexState(1, 1, 1)).ask(QUESTION, listener);
    }

    /** @param order of the sources */
    private record Quoting(List<Hit> order) implements Answerer {
        Quoting() {
            this(List.of());
        }

        @Override
        public String name() {
            return "quoting";
        }

        @Override
        public Draft answer(Evidence evidence, Consumer<String> pieces) {
            pieces.accept("It opened.");
            Draft.Quote first = new Draft.Quote(PASSAGE, 0, 10);
            Draft.Quote second = new Draft.Quote(PASSAGE, 4, 20);
            List<Draft.Statement> statements = List.of(
                    new Draft.Statement("It opened.", List.of(first)),
                    new Draft.Statement("In 1931.", List.of(first, second)));
            return new Draft(statements, "1931", 0.9, 1.0, name(), null, order);
        }
    }

    private static final class Broken implements Answerer {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Draft answer(Evidence evidence, Consumer<String> pieces) {
            throw new IllegalStateException("secret detail");
        }
    }
}
