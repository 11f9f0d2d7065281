package footnote.model;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.request.EmbeddingInputType;
import dev.langchain4j.model.embedding.request.EmbeddingRequest;
import footnote.domain.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxTextEmbedderTest {
    private static final String QUESTION = "When does the ferry leave?";
    private static final String ANSWER = "The ferry to the island sails every morning at nine.";
    private static final String BESIDE = "The baker sells rye bread and rolls.";

    private OnnxTextEmbedder embedder;

    @BeforeAll
    void open() {
        embedder = OnnxTextEmbedder.open();
    }

    @AfterAll
    void close() {
        embedder.close();
    }

    @ParameterizedTest
    @EnumSource
    void aRelatedPassageIsNearerThanAnother(EmbeddingRecipe recipe) {
        assumeThat(recipe.present()).isTrue();
        try (var model = OnnxTextEmbedder.open(recipe)) {
            float[] query = model.embedQuery(QUESTION);

            assertThat(query).hasSize(model.dimensions());
            assertThat(cosine(query, query)).isCloseTo(1, within(1e-5));
            assertThat(cosine(query, model.embedPassage(ANSWER)))
                    .isGreaterThan(cosine(query, model.embedPassage(BESIDE)) + 0.05);
        }
    }

    @Test
    void agreesWithTheModelThatLangChain4jBundles() {
        EmbeddingModel bundled = new BgeSmallEnV15QuantizedEmbeddingModel();
        for (String text : List.of(ANSWER, BESIDE, "Café “Zürich” 😀", "one")) {
            float[] expected = bundled.embed(text).content().vector();
            assertThat(cosine(embedder.embedPassage(text), expected)).as(text).isGreaterThan(0.999);
        }
    }

    @Test
    void sameTextGivesTheSameVectorOnAnyThread() throws Exception {
        float[] alone = embedder.embedPassage(ANSWER);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<float[]> another = () -> embedder.embedPassage(ANSWER);
            for (var vector : threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> another).toList())) {
                assertThat(vector.get()).containsExactly(alone);
            }
        }
    }

    @Test
    void aQueryIsPreparedAsItsModelWasTrained() {
        assertThat(embedder.embedQuery(QUESTION))
                .containsExactly(
                        embedder.embedPassage("Represent this sentence for searching relevant passages: " + QUESTION));
        assertThat(EmbeddingRecipe.E5_SMALL.query("a")).isEqualTo("query: a");
        assertThat(EmbeddingRecipe.E5_SMALL.passage("a")).isEqualTo("passage: a");
        assertThat(EmbeddingRecipe.MINILM_L6.query("a")).isEqualTo("a");
    }

    @Test
    void readsFiveHundredAndTwelvePiecesAndNoMore() {
        String full = "word ".repeat(510);

        assertThat(embedder.embedPassage(full + "ferry")).containsExactly(embedder.embedPassage(full));
        assertThat(embedder.embedPassage("word ".repeat(509) + "ferry")).isNotEqualTo(embedder.embedPassage(full));
    }

    @ParameterizedTest
    @EnumSource
    void theLongestSequenceIsTheModelsNotItsTokenizerFiles(EmbeddingRecipe recipe) {
        assumeThat(recipe.present()).isTrue();
        try (var words = WordPieces.open(ModelFile.read(recipe.tokenizer()), recipe.longest())) {
            assertThat(words.sequence("word ".repeat(1000))).hasSize(recipe.longest());
            assertThat(words.sequence("word")).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0000", "[SEP] [CLS] [MASK]", "\ud83d", "😀", "a\u0301\u0302\u0303", "漢字"})
    void anyTextHasAVectorOfLengthOne(String text) {
        float[] vector = embedder.embedPassage(text);

        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void tellsLangChain4jsQueriesFromItsPassages() {
        EmbeddingModel model = embedder;
        var segment = TextSegment.from(QUESTION);
        var asQuery = EmbeddingRequest.builder()
                .textSegment(segment)
                .inputType(EmbeddingInputType.QUERY)
                .build();

        assertThat(model.dimension()).isEqualTo(384);
        assertThat(model.embed(QUESTION).content().vector()).containsExactly(embedder.embedQuery(QUESTION));
        assertThat(model.embed(asQuery).embeddings().getFirst().vector())
                .containsExactly(embedder.embedQuery(QUESTION));
        assertThat(model.embedAll(List.of(segment)).content().getFirst().vector())
                .containsExactly(embedder.embedPassage(QUESTION));
    }

    @Test
    void modelsAreFoundByNameAndNeverShareOne() {
        assertThat(EmbeddingRecipe.named("e5-small-v2-q")).isEqualTo(EmbeddingRecipe.E5_SMALL_QUANTISED);
        assertThat(Arrays.stream(EmbeddingRecipe.values())
                        .map(EmbeddingRecipe::model)
                        .collect(toSet()))
                .hasSameSizeAs(EmbeddingRecipe.values());
        assertThat(embedder.name()).isEqualTo("bge-small-en-v1.5-q-512");
        assertThatThrownBy(() -> EmbeddingRecipe.named("word2vec"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContainingAll("word2vec", "bge-small-en-v1.5-q");
    }

    private static double cosine(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> (double) one[i] * other[i])
                .sum();
    }
}
