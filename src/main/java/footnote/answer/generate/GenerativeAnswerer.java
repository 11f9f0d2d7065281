package footnote.answer.generate;

import footnote.answer.Answerer;
import footnote.answer.Draft;
import footnote.answer.Evidence;
import footnote.answer.check.SupportCheck;
import footnote.answer.generate.ModelCall.Written;
import footnote.answer.generate.ModelFault.Kind;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a language model write and lets through what the passages hold. Where the model gives nothing usable, another
 * answerer answers and the notice says so. Threads may share it.
 */
public final class GenerativeAnswerer implements Answerer {
    private static final Logger LOG = LoggerFactory.getLogger(GenerativeAnswerer.class);

    private final String name;
    private final ModelCalls calls;
    private final Prompts prompts;
    private final SupportCheck check;
    private final Answerer fallback;
    private final ModelUse.Observer observer;
    private final AtomicReference<@Nullable Kind> told = new AtomicReference<>();

    /**
     * An answerer on a model.
     *
     * @param name who speaks, as replies name it, for instance {@code openai:gpt-x}
     * @param fallback answers where the model doesn't
     * @param observer hears what each answer took
     */
    public GenerativeAnswerer(
            String name,
            ModelCalls calls,
            Prompts prompts,
            SupportCheck check,
            Answerer fallback,
            ModelUse.Observer observer) {
        this.name = name;
        this.calls = calls;
        this.prompts = prompts;
        this.check = check;
        this.fallback = fallback;
        this.observer = observer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Draft answer(Evidence evidence, Consumer<String> pieces) {
        long start = System.nanoTime();
        try {
            Written written = calls.ask(prompts.answer(evidence), pieces);
            if (Nonsense.isIn(written.text())) {
                throw new ModelFault(Kind.NONSENSE, null, !written.text().isEmpty());
            }
            told.set(null);
            SupportCheck.Checked checked = check.check(written.text(), evidence.passages());
            String outcome = checked.statements().isEmpty() ? "declined" : "answered";
            report(outcome, written, checked.withheld(), start);
            return draft(checked);
        } catch (ModelFault fault) {
            report(fault.kind().name().toLowerCase(Locale.ROOT), null, 0, start);
            tell(fault);
            return stoodIn(evidence, fault, pieces);
        }
    }

    /** Once, until the model answers again or something else goes wrong. A wrong key was told at start already. */
    private void tell(ModelFault fault) {
        boolean isNew = told.getAndSet(fault.kind()) != fault.kind();
        if (isNew && fault.kind() != Kind.WRONG_KEY) {
            LOG.warn("{}: {}", name, fault.getMessage());
        }
    }

    private Draft draft(SupportCheck.Checked checked) {
        Double support = checked.refuses() && checked.statements().isEmpty() ? null : (Double) checked.support();
        return new Draft(checked.statements(), null, null, support, name, notice(checked.withheld()));
    }

    private static @Nullable String notice(int withheld) {
        return switch (withheld) {
            case 0 -> null;
            case 1 -> "One sentence was withheld because the passages don't support it.";
            default -> withheld + " sentences were withheld because the passages don't support them.";
        };
    }

    /** The other answerer's draft; its pieces stay unheard if some of the model's were heard. */
    private Draft stoodIn(Evidence evidence, ModelFault fault, Consumer<String> pieces) {
        Draft draft = fallback.answer(evidence, fault.streamed() ? unheard -> {} : pieces);
        String notice = fault.notice(fallback.name());
        return draft.withNotice(draft.notice() == null ? notice : notice + " " + draft.notice());
    }

    private void report(String outcome, @Nullable Written written, int withheld, long start) {
        observer.used(ModelUse.of(name, outcome, written, withheld, start));
    }

    /** Recognises a text that says nothing: blank, without words, or the same few words over and over. */
    private static final class Nonsense {
        private static final int MANY = 40;
        private static final double FEW_DIFFERENT = 0.15;

        static boolean isIn(String text) {
            List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
            List<String> real = words.stream().filter(word -> !word.isEmpty()).toList();
            boolean isLoop = real.size() >= MANY && real.stream().distinct().count() < real.size() * FEW_DIFFERENT;
            return isLoop || real.stream().noneMatch(word -> word.codePoints().anyMatch(Character::isLetter));
        }
    }
}
