package footnote.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.DimensionAwareEmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingParameter;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import dev.langchain4j.model.embedding.request.EmbeddingRequestParameters;
import dev.langchain4j.model.embedding.response.EmbeddingResponse;
import dev.langchain4j.model.output.Response;
import footnote.domain.InvalidValue;
import footnote.search.TextEmbedder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;

/**
 * Embeds text with a model that runs in this process, one text at a time. Threads may share one: each call uses its
 * caller's thread, so as many texts are embedded at once as there are callers. What goes beyond the model's longest
 * sequence is not seen. Also an {@link dev.langchain4j.model.embedding.EmbeddingModel}: there a bare string is a query,
 * as LangChain4j's retrievers mean it, and everything else is a passage unless the request says that it is a query.
 */
public final class OnnxTextEmbedder extends DimensionAwareEmbeddingModel implements TextEmbedder {
    private static final List<String> OUTPUT = List.of("last_hidden_state");
    /** Of every published recipe. */
    public static final int DIMENSIONS = 384;

    private final EmbeddingRecipe recipe;
    private final WordPieces words;
    private final BertNetwork network;
    // Native memory must not be freed under a thread that still reads it.
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private OnnxTextEmbedder(EmbeddingRecipe recipe, WordPieces words, BertNetwork network) {
        this.recipe = recipe;
        this.words = words;
        this.network = network;
        this.dimension = DIMENSIONS;
    }

    /** The product's own embedder, bge-small-en-v1.5 in 8 bits. */
    public static OnnxTextEmbedder open() {
        return open(EmbeddingRecipe.BGE_SMALL_QUANTISED);
    }

    /**
     * One of the published embedders.
     *
     * @throws InvalidValue if the model's files are not on the class path
     */
    public static OnnxTextEmbedder open(EmbeddingRecipe recipe) {
        if (!recipe.present()) {
            throw new InvalidValue(
                    "embedder",
                    "the embedder's files must be on the class path (Maven profile embedding-models), %s is not there"
                            .formatted(recipe.network()));
        }
        var words = CompletableFuture.supplyAsync(
                () -> WordPieces.open(ModelFile.read(recipe.tokenizer()), recipe.longest()));
        var network = BertNetwork.open(() -> ModelFile.read(recipe.network()));
        return new OnnxTextEmbedder(recipe, words.join(), network);
    }

    @Override
    public String name() {
        return name(recipe);
    }

    /** The name of a recipe's embedder, which is known before its model is loaded. */
    public static String name(EmbeddingRecipe recipe) {
        return "%s-%d".formatted(recipe.model(), recipe.longest());
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embedQuery(String query) {
        return embedWhole(recipe.query(query));
    }

    @Override
    public float[] embedPassage(String passage) {
        return embedWhole(recipe.passage(passage));
    }

    private float[] embedWhole(String text) {
        life.readLock().lock();
        try {
            long[] ids = words.sequence(text);
            float[] rows = network.run(ids, new long[ids.length], OUTPUT).getFirst();
            return recipe.pooling().pool(rows, DIMENSIONS);
        } finally {
            life.readLock().unlock();
        }
    }

    @Override
    public String modelName() {
        return recipe.model();
    }

    @Override
    public Set<EmbeddingParameter<?>> supportedParameters() {
        return Set.of(EmbeddingRequestParameters.INPUT_TYPE);
    }

    @Override
    public Response<Embedding> embed(String query) {
        return Response.from(Embedding.from(embedQuery(query)));
    }

    @Override
    public EmbeddingResponse doEmbed(EmbeddingRequest request) {
        Function<String, float[]> embed =
                request.inputType() == EmbeddingInputType.QUERY ? this::embedQuery : this::embedPassage;
        return EmbeddingResponse.builder()
                .embeddings(request.inputs().stream()
                        .map(input -> Embedding.from(embed.apply(input.text())))
                        .toList())
                .build();
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            network.close();
            words.close();
        } finally {
            life.writeLock().unlock();
        }
    }
}
