package footnote.testing;

import footnote.answer.Answerer;
import footnote.answer.check.SupportCheck;
import footnote.answer.generate.ChatModels;
import footnote.answer.generate.GenerativeAnswerer;
import footnote.answer.generate.ModelCalls;
import footnote.answer.generate.ModelLimits;
import footnote.answer.generate.ModelName;
import footnote.answer.generate.ModelUse;
import footnote.answer.generate.Prompts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A language model as the product asks it, on a provider of this machine; {@link QuotingAnswerer} stands in for it. */
public final class ModelAnswerer {
    /** Patient with a busy machine, impatient with a silent provider. */
    public static final ModelLimits LIMITS = new ModelLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), 8, Duration.ofSeconds(20), Duration.ofMillis(5), 50_000);

    private ModelAnswerer() {}

    public static Answerer on(FakeProvider provider, ModelLimits limits, ModelUse.Observer observer) {
        ChatModels models = new ChatModels(ModelName.parse("openai:m"), provider.url(), Map.of(), limits);
        return new GenerativeAnswerer(
                "openai:m",
                new ModelCalls(models.open(), limits),
                Prompts.open(Path.of("prompts")),
                SupportCheck.byWords(),
                new QuotingAnswerer(),
                observer);
    }
}
