package footnote.answer.generate;

import dev.langchain4j.data.message.ChatMessage;
import footnote.answer.Evidence;
import footnote.domain.InvalidValue;
import footnote.domain.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The prompts, from the operator's folder or, for a file that isn't there, from the jar. A changed file is read again
 * before the next question; if it is broken then, the last good one stays. Threads may share it.
 */
public final class Prompts {
    private static final Logger LOG = LoggerFactory.getLogger(Prompts.class);
    private static final Set<String> ANSWER = Set.of("today", "passages", "question");
    private static final Set<String> CONDENSE = Set.of("history", "question");

    private final Watched answer;
    private final Watched condense;

    private Prompts(Path folder) {
        answer = new Watched(folder.resolve("answer.md"), ANSWER);
        condense = new Watched(folder.resolve("condense.md"), CONDENSE);
    }

    /**
     * Reads and checks all prompts.
     *
     * @throws InvalidValue naming file and line of a missing or invented placeholder
     */
    public static Prompts open(Path folder) {
        return new Prompts(folder);
    }

    List<ChatMessage> answer(Evidence evidence) {
        return answer.current()
                .messages(Map.of(
                        "today", evidence.question().asOf().toString(),
                        "passages", Fences.around(evidence.passages()),
                        "question", Fences.neutral(evidence.question().text())));
    }

    List<ChatMessage> condense(Question question) {
        return condense.current()
                .messages(Map.of(
                        "history", Fences.history(question.history()), "question", Fences.neutral(question.text())));
    }

    /** A prompt's file and what it held when it was last read. */
    private static final class Watched {
        private final Path file;
        private final Set<String> placeholders;
        private String text;
        private PromptFile prompt;

        Watched(Path file, Set<String> placeholders) {
            this.file = file;
            this.placeholders = placeholders;
            text = read();
            prompt = new PromptFile(name(), text, placeholders);
        }

        synchronized PromptFile current() {
            try {
                String now = read();
                if (!now.equals(text)) {
                    text = now;
                    prompt = new PromptFile(name(), now, placeholders);
                    LOG.info("prompt {} read again", name());
                }
            } catch (InvalidValue | UncheckedIOException e) {
                LOG.warn("prompt not taken, the one before stays: {}", e.getMessage());
            }
            return prompt;
        }

        private String name() {
            return file.toString();
        }

        private String read() {
            try {
                return Files.exists(file)
                        ? Files.readString(file)
                        : shipped(file.getFileName().toString());
            } catch (IOException e) {
                throw new UncheckedIOException(file + " can't be read", e);
            }
        }

        private static String shipped(String name) throws IOException {
            String path = "/footnote/prompts/" + name;
            try (InputStream file = Objects.requireNonNull(Prompts.class.getResourceAsStream(path), path)) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }
}
