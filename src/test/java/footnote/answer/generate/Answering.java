package footnote.answer.generate;

import footnote.answer.Answerer;
import footnote.answer.Draft;
import footnote.answer.Evidence;
import footnote.answer.check.SupportCheck;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.domain.Question;
import footnote.testing.FakeProvider;
import footnote.testing.TinyCorpus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A generative answerer on a fake provider, with everything that it says kept. */
final class Answering {
    static final ModelLimits SHORT = new ModelLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), 8, Duration.ofSeconds(20), Duration.ofMillis(5), 5_000);
    static final ModelLimits IMPATIENT = new ModelLimits(
            Duration.ofMillis(300), Duration.ofSeconds(3), 8, Duration.ofSeconds(3), Duration.ofMillis(5), 5_000);

    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<ModelUse> uses = new CopyOnWriteArrayList<>();
    final GenerativeAnswerer answerer;

    Answering(FakeProvider provider, ModelName.Provider kind, ModelLimits limits) {
        this(calls(provider, kind, limits));
    }

    Answering(ModelCalls calls) {
        Prompts prompts = Prompts.open(Path.of("prompts"));
        answerer =
                new GenerativeAnswerer("openai:m", calls, prompts, SupportCheck.byWords(), new Embedded(), uses::add);
    }

    static ModelCalls calls(FakeProvider provider, ModelName.Provider kind, ModelLimits limits) {
        return new ModelCalls(models(provider, kind, limits).open(), limits);
    }

    static ChatModels models(FakeProvider provider, ModelName.Provider kind, ModelLimits limits) {
        ModelName name = ModelName.parse(kind.name().toLowerCase(Locale.ROOT) + ":m");
        return new ChatModels(name, provider.url(), Map.of("OPENAI_API_KEY", "sk-secret"), limits);
    }

    Draft draft() {
        return answerer.answer(evidence(), heard::add);
    }

    Draft draft(Consumer<String> listener) {
        return answerer.answer(evidence(), listener);
    }

    static Evidence evidence() {
        List<Hit> hits = TinyCorpus.ALL.stream()
                .map(document -> Passage.of(document, "", 0, document.text().length()))
                .map(passage -> new Hit(passage, 1))
                .toList();
        return new Evidence(
                Question.of("When did the library open?", LocalDate.of(2022, 7, 1)), null, hits, false, null);
    }

    /** Stands for the embedded answerer. */
    private static final class Embedded implements Answerer {
        @Override
        public String name() {
            return "embedded";
        }

        @Override
        public Draft answer(Evidence evidence, Consumer<String> pieces) {
            pieces.accept("embedded piece");
            return new Draft(List.of(), null, 0.1, null, name(), null);
        }
    }
}
