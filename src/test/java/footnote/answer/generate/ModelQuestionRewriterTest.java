package footnote.answer.generate;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.FollowUpRule;
import footnote.domain.Question;
import footnote.domain.Turn;
import footnote.testing.FakeProvider;
import footnote.testing.FakeProvider.Behaviour;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelQuestionRewriterTest {
    private final FakeProvider provider = new FakeProvider();
    private final List<ModelUse> uses = new ArrayList<>();
    private final ModelQuestionRewriter rewriter = new ModelQuestionRewriter(
            "openai:m",
            Answering.calls(provider, ModelName.Provider.OPENAI, Answering.SHORT),
            Prompts.open(Path.of("prompts")),
            new FollowUpRule(),
            uses::add);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void takesTheModelsQuestion() {
        provider.pieces = List.of("When did the Harbour Street library open?");

        assertThat(rewriter.standAlone(followUp())).isEqualTo("When did the Harbour Street library open?");
        assertThat(uses).singleElement().satisfies(use -> {
            assertThat(use.outcome()).isEqualTo("condensed");
            assertThat(use.inputTokens()).isEqualTo(100);
        });
    }

    @Test
    void takesTheRulesQuestionWhereTheModelGivesNone() {
        provider.behaviour = Behaviour.BROKEN;

        assertThat(rewriter.standAlone(followUp())).isEqualTo("When did the library open?");
    }

    @Test
    void asksNoModelWithoutHistory() {
        rewriter.standAlone(Question.of("Where is it?", LocalDate.of(2022, 1, 1)));

        assertThat(provider.asked).isEmpty();
    }

    private static Question followUp() {
        return new Question(
                "When did it open?",
                List.of(new Turn(Turn.Role.USER, "Where is the library?")),
                null,
                null,
                LocalDate.of(2022, 1, 1),
                8);
    }
}
