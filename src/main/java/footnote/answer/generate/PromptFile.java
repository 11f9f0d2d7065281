package footnote.answer.generate;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.input.PromptTemplate;
import footnote.domain.InvalidValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One checked prompt in LangChain4j's template syntax. What stands above a line {@code ---} is told to the model as its
 * system message, the rest as the user's. Threads may share it.
 */
final class PromptFile {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(.*?)\\s*}}");
    private static final Pattern DIVIDER = Pattern.compile("(?m)^---[ \\t]*$\\R?");

    private final List<PromptTemplate> parts;

    /**
     * Checks a prompt.
     *
     * @throws InvalidValue naming file and line if the text lacks a placeholder or has one of its own
     */
    PromptFile(String file, String text, Set<String> placeholders) {
        Set<String> missing = new TreeSet<>(placeholders);
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            if (!placeholders.contains(found.group(1))) {
                throw new InvalidValue(
                        "prompts",
                        "%s:%d: must have no placeholders but %s, got {{%s}}"
                                .formatted(
                                        file, line(text, found.start()), new TreeSet<>(placeholders), found.group(1)));
            }
            missing.remove(found.group(1));
        }
        if (!missing.isEmpty()) {
            throw new InvalidValue(
                    "prompts",
                    "%s:%d: must have the placeholders %s, lacks %s"
                            .formatted(file, line(text, text.length()), new TreeSet<>(placeholders), missing));
        }
        Matcher divider = DIVIDER.matcher(text);
        parts = divider.find() && !text.substring(0, divider.start()).isBlank()
                ? List.of(template(text.substring(0, divider.start())), template(text.substring(divider.end())))
                : List.of(template(text));
    }

    private static PromptTemplate template(String text) {
        return PromptTemplate.from(text.strip());
    }

    private static long line(String text, int end) {
        return 1
                + text.substring(0, end)
                        .stripTrailing()
                        .chars()
                        .filter(unit -> unit == '\n')
                        .count();
    }

    /** The messages to a model, with values in the placeholders' places; a value is never read as a template. */
    List<ChatMessage> messages(Map<String, Object> values) {
        List<String> texts =
                parts.stream().map(part -> part.apply(values).text()).toList();
        return texts.size() == 1
                ? List.of(UserMessage.from(texts.getFirst()))
                : List.of(SystemMessage.from(texts.getFirst()), UserMessage.from(texts.getLast()));
    }
}
