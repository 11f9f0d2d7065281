package footnote.model;

import footnote.domain.InvalidValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How the embedding models that LangChain4j publishes as Maven artifacts are fed, after their model cards. Only the
 * first is always on the class path; the profile {@code embedding-models} adds the others.
 */
public enum EmbeddingRecipe {
    BGE_SMALL_QUANTISED("bge-small-en-v1.5-q", Pooling.FIRST, 512, Prefixes.BGE_QUERY, ""),
    BGE_SMALL("bge-small-en-v1.5", Pooling.FIRST, 512, Prefixes.BGE_QUERY, ""),
    MINILM_L6_QUANTISED("all-minilm-l6-v2-q", Pooling.MEAN, 256, "", ""),
    MINILM_L6("all-minilm-l6-v2", Pooling.MEAN, 256, "", ""),
    E5_SMALL_QUANTISED("e5-small-v2-q", Pooling.MEAN, 512, Prefixes.E5_QUERY, Prefixes.E5_PASSAGE),
    E5_SMALL("e5-small-v2", Pooling.MEAN, 512, Prefixes.E5_QUERY, Prefixes.E5_PASSAGE);

    private final String model;
    private final Pooling pooling;
    private final int longest;
    private final String queryPrefix;
    private final String passagePrefix;

    EmbeddingRecipe(String model, Pooling pooling, int longest, String queryPrefix, String passagePrefix) {
        this.model = model;
        this.pooling = pooling;
        this.longest = longest;
        this.queryPrefix = queryPrefix;
        this.passagePrefix = passagePrefix;
    }

    /** The recipe of a model, by the model's own name. */
    public static EmbeddingRecipe named(String model) {
        return Arrays.stream(values())
                .filter(recipe -> recipe.model.equals(model))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        "embedder", "the embedder must be one of %s, got %s".formatted(names(), model)));
    }

    private static String names() {
        return Arrays.stream(values()).map(EmbeddingRecipe::model).collect(Collectors.joining(", "));
    }

    /** The model's own name, which its files bear too. */
    public String model() {
        return model;
    }

    /** Whether the model's files are on the class path. */
    public boolean present() {
        return EmbeddingRecipe.class.getResource(network()) != null;
    }

    Pooling pooling() {
        return pooling;
    }

    /** The most word pieces that the model was made for, [CLS] and [SEP] included. */
    int longest() {
        return longest;
    }

    String query(String text) {
        return queryPrefix + text;
    }

    String passage(String text) {
        return passagePrefix + text;
    }

    String network() {
        return "/" + model + ".onnx";
    }

    String tokenizer() {
        return "/" + model + "-tokenizer.json";
    }

    private static final class Prefixes {
        static final String BGE_QUERY = "Represent this sentence for searching relevant passages: ";
        static final String E5_QUERY = "query: ";
        static final String E5_PASSAGE = "passage: ";
    }
}
