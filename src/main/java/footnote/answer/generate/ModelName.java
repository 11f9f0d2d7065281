package footnote.answer.generate;

import footnote.domain.InvalidValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A model as settings name it, for instance {@code openai:gpt-x}.
 *
 * @param name as the provider calls it
 */
public record ModelName(Provider provider, String name) {
    /** Who runs models. */
    public enum Provider {
        OPENAI("OPENAI_API_KEY", "https://api.openai.com/v1"),
        ANTHROPIC("ANTHROPIC_API_KEY", "https://api.anthropic.com/v1"),
        GEMINI("GEMINI_API_KEY", "https://generativelanguage.googleapis.com/v1beta"),
        OLLAMA(null, "http://localhost:11434");

        private final @Nullable String key;
        private final String url;

        Provider(@Nullable String key, String url) {
            this.key = key;
            this.url = url;
        }

        /** The environment variable of its key; null if it needs none. */
        @Nullable
        String key() {
            return key;
        }

        String url() {
            return url;
        }
    }

    /** @throws InvalidValue if the text is not PROVIDER:NAME with a known provider */
    public static ModelName parse(String text) {
        int colon = text.indexOf(':');
        String wanted = colon < 0 ? "" : text.substring(0, colon).strip();
        String name = colon < 0 ? "" : text.substring(colon + 1).strip();
        return Arrays.stream(Provider.values())
                .filter(provider -> provider.name().toLowerCase(Locale.ROOT).equals(wanted) && !name.isEmpty())
                .findFirst()
                .map(provider -> new ModelName(provider, name))
                .orElseThrow(() -> new InvalidValue(
                        "model",
                        "must be 'embedded' or PROVIDER:NAME with a provider of " + known() + ", got '" + text + "'"));
    }

    private static String known() {
        return Arrays.stream(Provider.values())
                .map(provider -> provider.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return provider.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
