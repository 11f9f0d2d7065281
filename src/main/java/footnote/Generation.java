package footnote;

import footnote.answer.Answerer;
import footnote.answer.FollowUpRule;
import footnote.answer.QuestionRewriter;
import footnote.answer.check.SupportCheck;
import footnote.answer.generate.ChatModels;
import footnote.answer.generate.GenerativeAnswerer;
import footnote.answer.generate.ModelCalls;
import footnote.answer.generate.ModelLimits;
import footnote.answer.generate.ModelName;
import footnote.answer.generate.ModelQuestionRewriter;
import footnote.answer.generate.ModelUse;
import footnote.answer.generate.Prompts;
import footnote.domain.InvalidValue;
import footnote.search.TextEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The language model that the settings name, with everything that its answers go through. */
final class Generation {
    private static final Logger LOG = LoggerFactory.getLogger(Generation.class);

    private final ModelName model;
    private final ChatModels models;
    private final ModelCalls calls;
    private final Prompts prompts;
    private final List<ModelUse.Observer> observers = new CopyOnWriteArrayList<>(List.of(Generation::log));

    private Generation(Options options, Map<String, String> environment) {
        ModelLimits limits = ModelLimits.usual();
        model = ModelName.parse(options.model);
        models = new ChatModels(model, options.modelUrl, environment, limits);
        prompts = Prompts.open(checked(options.prompts));
        calls = new ModelCalls(models.open(), limits);
    }

    /** The usual folder may be absent, but one that somebody named must be there. */
    private static Path checked(Path folder) {
        if (!folder.equals(Options.USUAL_PROMPTS) && !Files.isDirectory(folder)) {
            throw new InvalidValue("prompts", "must be a folder that exists, got " + folder);
        }
        return folder;
    }

    /**
     * Empty if the embedded answerer speaks.
     *
     * @throws InvalidValue if a setting of the model or a prompt is wrong
     */
    static Optional<Generation> of(Options options, Map<String, String> environment) {
        return options.model.equals(Options.EMBEDDED)
                ? Optional.empty()
                : Optional.of(new Generation(options, environment));
    }

    /** Says once, at start, what is wrong with the key or the address; nothing waits for the provider meanwhile. */
    void warn() {
        Thread.ofVirtual().name("probe").start(() -> models.probe().ifPresent(told -> LOG.warn("{}", told)));
    }

    Answerer answerer(TextEmbedder embedder, Answerer fallback) {
        return new GenerativeAnswerer(
                model.toString(), calls, prompts, SupportCheck.byMeaning(embedder), fallback, this::used);
    }

    QuestionRewriter rewriter() {
        return new ModelQuestionRewriter(model.toString(), calls, prompts, new FollowUpRule(), this::used);
    }

    /** From now on this one hears, beside the log, what the model took. */
    void observe(ModelUse.Observer observer) {
        observers.add(observer);
    }

    private void used(ModelUse use) {
        observers.forEach(observer -> observer.used(use));
    }

    private static void log(ModelUse use) {
        LOG.info(
                "model {} {}: {} tokens in, {} tokens out, {} withheld, first piece {} ms, all {} ms",
                use.model(),
                use.outcome(),
                counted(use.inputTokens()),
                counted(use.outputTokens()),
                use.withheld(),
                use.firstPieceMillis(),
                use.millis());
    }

    private static String counted(@Nullable Integer tokens) {
        return tokens == null ? "no" : tokens.toString();
    }
}
