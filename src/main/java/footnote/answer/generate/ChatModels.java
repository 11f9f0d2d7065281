package footnote.answer.generate;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import footnote.domain.InvalidValue;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the model that settings name. Keys come from the environment and are printed nowhere. */
public final class ChatModels {
    private static final int MOST_TOKENS = 1024;
    private static final String NO_KEY = "none";

    private final ModelName model;
    private final String url;
    private final String key;
    private final ModelLimits limits;

    /**
     * Checks the settings.
     *
     * @param url another address than the provider's own; null for its own
     * @throws InvalidValue if the address is none or a key is missing
     */
    public ChatModels(ModelName model, @Nullable String url, Map<String, String> environment, ModelLimits limits) {
        this.model = model;
        this.url = url == null || url.isBlank() ? model.provider().url() : checked(url);
        this.limits = limits;
        key = key(model, url != null && !url.isBlank(), environment);
    }

    private static String checked(String url) {
        boolean isAddress = url.matches("https?://[^\\s/]+.*") && isReadable(url);
        if (!isAddress) {
            throw new InvalidValue("model-url", "must be an http or https address, got '" + url + "'");
        }
        return url.replaceAll("/+$", "");
    }

    private static boolean isReadable(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A server of one's own needs no key. */
    private static String key(ModelName model, boolean ownServer, Map<String, String> environment) {
        String variable = model.provider().key();
        String key =
                variable == null ? "" : environment.getOrDefault(variable, "").strip();
        if (key.isEmpty() && variable != null && !ownServer) {
            throw new InvalidValue("model", model + " needs its key: " + variable + " must be set in the environment");
        }
        return key.isEmpty() ? NO_KEY : key;
    }

    public StreamingChatModel open() {
        HttpClientBuilder http = new ProviderHttp(limits.firstPiece()).builder();
        return switch (model.provider()) {
            case OPENAI ->
                OpenAiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(model.name())
                        .build();
            case ANTHROPIC ->
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(model.name())
                        .maxTokens(MOST_TOKENS)
                        .build();
            case GEMINI ->
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .apiKey(key)
                        .modelName(model.name())
                        .build();
            case OLLAMA ->
                OllamaStreamingChatModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(url)
                        .modelName(model.name())
                        .temperature(0.0)
                        .build();
        };
    }

    /** What is wrong with key or address, in one plain sentence without the key; empty if the provider answers. */
    public Optional<String> probe() {
        return ModelProbe.of(model, url, key);
    }
}
