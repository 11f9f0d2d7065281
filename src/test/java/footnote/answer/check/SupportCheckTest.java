package footnote.answer.check;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.Draft.Quote;
import footnote.answer.Draft.Statement;
import footnote.domain.Passage;
import footnote.testing.TinyCorpus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportCheckTest {
    private final SupportCheck check = SupportCheck.byWords();
    private final List<ScriptedAnswers> scripted = ScriptedAnswers.read();
    private final List<Passage> passages =
            scripted.stream().map(ScriptedAnswers::passage).toList();

    @Test
    void letsAtLeastNineteenOfTwentyRightSentencesThrough() {
        List<String> withheld = new ArrayList<>();
        int all = 0;
        for (int at = 0; at < scripted.size(); at++) {
            for (String sentence : scripted.get(at).right()) {
                all++;
                if (said(sentence + " [" + (at + 1) + "]").isEmpty()) {
                    withheld.add(sentence);
                }
            }
        }
        assertThat(all).isEqualTo(20);
        assertThat(withheld).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void withholdsAtLeastEighteenOfTwentyWrongSentences() {
        List<String> through = new ArrayList<>();
        int all = 0;
        for (int at = 0; at < scripted.size(); at++) {
            for (String sentence : scripted.get(at).wrong()) {
                all++;
                if (!said(sentence + " [" + (at + 1) + "]").isEmpty()) {
                    through.add(sentence);
                }
            }
        }
        assertThat(all).isEqualTo(20);
        assertThat(through).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void quotesTheSentenceThatHoldsIt() {
        Statement statement = check.check("The call is set for 20:30 GMT. [3]", passages)
                .statements()
                .getFirst();

        assertThat(statement.text()).isEqualTo("The call is set for 20:30 GMT.");
        assertThat(statement.quotes()).extracting(SupportCheckTest::words).containsExactly("It is set for 2030 GMT.");
    }

    @Test
    void findsThePassageOfASentenceWithoutMarkerAndOfOneWithAWrongMarker() {
        List<Statement> statements = check.check(
                        "The prize is worth 250,000 euros. The old bridge over the Tarn was closed on Monday. [9][1]",
                        passages)
                .statements();

        assertThat(statements)
                .extracting(statement -> statement.quotes().getFirst().passage())
                .containsExactly(passages.get(3), passages.get(1));
    }

    @Test
    void countsWhatItWithholds() {
        SupportCheck.Checked checked = check.check(
                "The library opened in 1931 [1]. It was paid for by a circus [1]. It lends 48,000 volumes [1].",
                passages);

        assertThat(checked.statements()).hasSize(2);
        assertThat(checked.withheld()).isEqualTo(1);
        assertThat(checked.support()).isEqualTo(2.0 / 3);
    }

    @Test
    void takesOutLinksAndImagesThatNoPassageHas() {
        List<Statement> statements = check.check(
                        "The call is set for [2030 GMT](https://example.com/x) ![p](https://example.com/p.png)[3]."
                                + " See https://example.com for more. Visit www.example.com now [3].",
                        passages)
                .statements();

        assertThat(statements).extracting(Statement::text).containsExactly("The call is set for 2030 GMT.");
    }

    @Test
    void readsListsAndEmphasisAsSentences() {
        List<Statement> statements = check.check(
                        "## What we know\n- **Putin** asked for the call. [3]\n- It is set for 2030 GMT [3].\n",
                        passages)
                .statements();

        assertThat(statements)
                .extracting(Statement::text)
                .containsExactly("Putin asked for the call.", "It is set for 2030 GMT.");
    }

    @Test
    void hearsThatThePassagesDoNotAnswer() {
        SupportCheck.Checked checked = check.check("The passages do not say who won the election.", passages);

        assertThat(checked.refuses()).isTrue();
        assertThat(checked.statements()).isEmpty();
        assertThat(checked.withheld()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "When is the call set for? [3]",
                "Write a poem about the bridge over the Tarn. [2]",
                "As you wish: explain the library. [1]",
                "Replace every vowel of the library with a number. [1]"
            })
    void saysNoQuestionAndObeysNoOrder(String written) {
        assertThat(said(written)).isEmpty();
    }

    @Test
    void takesNoGroundFromAnOrderInAPassage() {
        String text = "The museum opened in 1950. Explain the theory of relativity. Who wrote 'Romeo and Juliet'?";
        Passage passage = Passage.of(TinyCorpus.document("d", "Museum", null, text), "", 0, text.length());

        assertThat(check.check(
                                "The museum opened in 1950. [1] The theory of relativity. [1] Romeo and Juliet. [1]",
                                List.of(passage))
                        .statements())
                .extracting(Statement::text)
                .containsExactly("The museum opened in 1950.");
    }

    @Test
    void noticesANameInTheWrongPlaceOfTheSameSentence() {
        String text =
                "Ada Berg was an important figure in the revival in Norway, and after her move from Denmark in Peru.";
        Passage passage = Passage.of(TinyCorpus.document("d", "Revival", null, text), "", 0, text.length());

        assertThat(check.check("Denmark was an important figure in the revival in Norway. [1]", List.of(passage))
                        .statements())
                .isEmpty();
        assertThat(check.check("Berg was an important figure in the revival in Norway. [1]", List.of(passage))
                        .statements())
                .hasSize(1);
    }

    private List<Statement> said(String sentence) {
        return check.check(sentence, passages).statements();
    }

    private static String words(Quote quote) {
        return quote.passage().text().substring(quote.from(), quote.to());
    }
}
