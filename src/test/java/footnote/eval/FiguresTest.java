package footnote.eval;

import static footnote.eval.Replies.answerable;
import static footnote.eval.Replies.answered;
import static footnote.eval.Replies.declined;
import static footnote.eval.Replies.failed;
import static footnote.eval.Replies.supported;
import static footnote.eval.Replies.unanswerable;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void scoresAnswerableAndUnanswerableQuestionsApart() {
        AnswerFigures figures = AnswerFigures.of(List.of(
                answered(answerable("1", "Geneva"), "Geneva", null, "p"),
                answered(answerable("2", "red dog"), "dog", null, "p"),
                declined(unanswerable("3")),
                answered(unanswerable("4"), "Bern", null, "p")));

        // F1 of "dog" against "red dog" is 2/3
        assertThat(figures).isEqualTo(new AnswerFigures(0.5, (1 + 2 / 3.0 + 1 + 0) / 4, 0.5, (1 + 2 / 3.0) / 2, 0.5));
    }

    @Test
    void givesAnUnanswerableQuestionNothingForAnAnswerWithoutWords() {
        assertThat(answered(unanswerable("1"), null, null, "p").exactMatch()).isZero();
        assertThat(answered(unanswerable("1"), "the", null, "p").f1()).isZero();
    }

    @Test
    void givesADeclinedOrFailedQuestionNothingWhereThereIsAnAnswer() {
        assertThat(declined(answerable("1", "Geneva")).f1()).isZero();
        assertThat(failed(answerable("1", "Geneva")).f1()).isZero();
        assertThat(failed(unanswerable("1")).exactMatch()).isZero();
    }

    @Test
    void doesNotKnowWhatASetCannotSay() {
        assertThat(AnswerFigures.of(List.of())).isEqualTo(new AnswerFigures(null, null, null, null, null));
        assertThat(AnswerFigures.of(List.of(declined(unanswerable("1")))))
                .isEqualTo(new AnswerFigures(1.0, 1.0, null, null, 1.0));
    }

    @Test
    void countsAbstentionsRightAndWrong() {
        AbstentionFigures figures = AbstentionFigures.of(List.of(
                declined(unanswerable("1")),
                declined(unanswerable("2")),
                answered(unanswerable("3"), "x", null, "p"),
                failed(unanswerable("4")),
                declined(answerable("5", "a")),
                answered(answerable("6", "a"), "a", null, "p")));

        assertThat(figures).isEqualTo(new AbstentionFigures(2 / 3.0, 0.5, 0.5));
    }

    @Test
    void hasNoAbstentionPrecisionWithoutAbstentionsOrWithoutUnanswerableQuestions() {
        assertThat(AbstentionFigures.of(List.of(answered(unanswerable("1"), "x", null, "p"))))
                .isEqualTo(new AbstentionFigures(null, 0.0, null));
        assertThat(AbstentionFigures.of(List.of(declined(answerable("1", "a")))))
                .isEqualTo(new AbstentionFigures(null, null, 1.0));
    }

    @Test
    void countsCitedPassagesThatHoldAnAcceptedAnswerOrTheSupport() {
        LabelledQuestion question = supported(answerable("1", "Geneva"), "talks are to be held there", "Bern");

        CitationFigures figures = CitationFigures.of(List.of(
                answered(question, "Geneva", null, "They meet in Geneva.", "The talks are to be held there!", "Snow."),
                answered(answerable("2", "no"), "no", null, "I know."),
                declined(answerable("3", "a"))));

        assertThat(figures).isEqualTo(new CitationFigures(0.5, 0.5));
    }

    @Test
    void countsAPassageOnceHoweverOftenItIsCited() {
        Reply reply = answered(answerable("1", "Geneva"), "Geneva", null, "Geneva.", "Geneva.", "Geneva.", "Snow.");

        assertThat(CitationFigures.of(List.of(reply))).isEqualTo(new CitationFigures(0.5, 1.0));
    }

    @Test
    void countsWhatIsCitedForAnUnanswerableQuestionAsProvingNothing() {
        assertThat(CitationFigures.of(List.of(answered(unanswerable("1"), "x", null, "p"))))
                .isEqualTo(new CitationFigures(0.0, 0.0));
        assertThat(CitationFigures.of(List.of(declined(unanswerable("1"))))).isEqualTo(new CitationFigures(null, null));
    }

    @Test
    void callsAnAnswerRightByItsWordsOrByAnAcceptedAnswerAmongThem() {
        assertThat(answered(answerable("1", "Geneva"), "Geneva town", null, "p").isRight())
                .isTrue();
        assertThat(answered(answerable("1", "Geneva"), "by the lake in old Geneva", null, "p")
                        .isRight())
                .isTrue();
        assertThat(answered(answerable("1", "Geneva"), "Bern", null, "p").isRight())
                .isFalse();
        assertThat(answered(unanswerable("1"), "Bern", null, "p").isRight()).isFalse();
    }
}
