package footnote.answer.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.domain.InvalidValue;
import footnote.testing.FakeProvider;
import footnote.testing.FakeProvider.Behaviour;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatModelsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "gpt", "openai:", "acme:model", ":x", "OpenAI x"})
    void refusesANameThatIsNoProviderAndModel(String name) {
        assertThatThrownBy(() -> ModelName.parse(name))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("must be 'embedded' or PROVIDER:NAME")
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void readsAModelNameThatHasColonsItself() {
        assertThat(ModelName.parse("ollama:llama3:8b"))
                .isEqualTo(new ModelName(ModelName.Provider.OLLAMA, "llama3:8b"));
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() ->
                        new ChatModels(ModelName.parse("openai:x"), "localhost:8000", Map.of(), ModelLimits.usual()))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("must be an http or https address");
    }

    @Test
    void namesTheVariableOfAMissingKey() {
        assertThatThrownBy(() -> new ChatModels(ModelName.parse("anthropic:x"), null, Map.of(), ModelLimits.usual()))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("ANTHROPIC_API_KEY must be set in the environment")
                .extracting(thrown -> ((InvalidValue) thrown).field())
                .isEqualTo("model");
    }

    @ParameterizedTest
    @EnumSource
    void reportsARefusedKeyWithoutPrintingIt(ModelName.Provider kind) {
        try (FakeProvider provider = new FakeProvider()) {
            ChatModels models = Answering.models(provider, kind, Answering.SHORT);
            assertThat(models.probe()).isEmpty();

            provider.behaviour = Behaviour.UNAUTHORIZED;
            assertThat(models.probe())
                    .hasValueSatisfying(told ->
                            assertThat(told).startsWith("127.0.0.1 refused ").doesNotContain("sk-secret"));
        }
    }

    @Test
    void reportsAServerOutOfReach() {
        FakeProvider gone = new FakeProvider();
        ChatModels models = Answering.models(gone, ModelName.Provider.OLLAMA, Answering.SHORT);
        gone.close();

        assertThat(models.probe()).hasValueSatisfying(told -> assertThat(told).contains("can't be reached"));
    }
}
