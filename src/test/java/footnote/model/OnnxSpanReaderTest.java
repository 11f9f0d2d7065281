package footnote.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import footnote.answer.SpanReader.Reading;
import footnote.answer.SpanReader.Span;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxSpanReaderTest {
    private static final String FACT = "The lighthouse at Cape Arden was built in 1874 by Marta Lindqvist.";
    private static final String QUESTION = "Who built the lighthouse?";
    private static final String FILLER = "The weather on the coast was mild and the fishing boats stayed in. ";

    private static final Offset<Double> PROCESSORS_DIFFER = within(0.05);

    private OnnxSpanReader reader;

    @BeforeAll
    void open() {
        reader = OnnxSpanReader.open();
    }

    @AfterAll
    void close() {
        reader.close();
    }

    @Test
    void readsTheModelsOwnExampleAsItsMakerDid() throws IOException {
        var example = example();
        String passage = example.required("context").asText();
        for (var expected : example.required("questions")) {
            String question = expected.required("question").asText();
            var reading = read(question, passage);

            assertThat(best(reading, passage))
                    .isEqualTo(expected.required("span_text").asText());
            // The file gives "null - span": the lower, the surer.
            assertThat(reading.odds()).isCloseTo(-expected.required("odds").asDouble(), PROCESSORS_DIFFER);
            assertThat(reading.noAnswer()).isCloseTo(expected.required("null").asDouble(), PROCESSORS_DIFFER);
        }
    }

    @Test
    void laysTheExampleOutPieceByPieceAsItsMakerDid() throws IOException {
        var example = example();
        var layout = ReaderLayout.read(ModelFile.read("/footnote/reader/reader.json"));
        try (var words = WordPieces.open(ModelFile.read("/footnote/reader/tokenizer.json"))) {
            var passage = words.cut(example.required("context").asText());
            for (int i = 0; i < 2; i++) {
                var expected = example.required("questions").get(i);
                var question = words.cut(expected.required("question").asText());
                var windows = layout.windows(question, passage);

                assertThat(windows).hasSize(1);
                assertThat(layout.ids(windows.getFirst(), question, passage))
                        .containsExactly(numbers(expected.required("input_ids")));
                assertThat(layout.types(windows.getFirst()))
                        .containsExactly(numbers(expected.required("token_type_ids")));
            }
        }
    }

    @Test
    void givesOneReadingForEachPassageInTheirOrder() {
        var readings = reader.read(QUESTION, List.of(FILLER, FACT, " ", FACT));

        assertThat(readings).hasSize(4);
        assertThat(best(readings.get(1), FACT)).isEqualTo("Marta Lindqvist");
        assertThat(readings.get(3)).isEqualTo(readings.get(1));
        assertThat(readings.get(1).odds())
                .isPositive()
                .isGreaterThan(readings.get(0).odds() + 3);
        assertThat(reader.read(QUESTION, List.of())).isEmpty();
    }

    @Test
    void findsTheAnswerAnywhereInALongPassage() {
        String before = FILLER.repeat(60);
        for (String passage : List.of(FACT + before, before + FACT + " " + before, before + FACT)) {
            assertThat(best(read(QUESTION, passage), passage)).isEqualTo("Marta Lindqvist");
        }
    }

    /** They are compared by their scores, also with a part that is read no further because it says nothing. */
    @Test
    void thePartsOfALongPassageSayNoAnswerOnOneScale() {
        for (String question : List.of("Who repainted the lighthouse?", "Who burned the lighthouse down?", QUESTION)) {
            double alone = read(question, FACT).noAnswer();

            assertThat(read(question, FACT + " " + FILLER.repeat(60)).noAnswer())
                    .isCloseTo(alone, within(2.0));
        }
    }

    @Test
    void spansAreBestFirstAndNeverShareACharacter() {
        String passage = FACT + " It was repaired by Owen Tate and painted by Lena Moro. " + FILLER.repeat(20);
        var spans = read(QUESTION, passage).spans();

        assertThat(spans).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(spans).extracting(span -> text(span, passage)).contains("Marta Lindqvist", "Owen Tate");
        var covered = spans.stream()
                .flatMap(span -> IntStream.range(span.start(), span.end()).boxed());
        assertThat(covered.toList()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " \t\n ", "\u0000\u0001", "\u200b"})
    void aPassageWithoutWordsHasNoSpans(String passage) {
        var reading = read(QUESTION, passage);

        assertThat(reading.spans()).isEmpty();
        assertThat(reading.odds()).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "😀🎉 The lighthouse was built by %s. 👩‍👩‍👧",
                "“Built by %s”, the lighthouse’s plaque says – “in 1874”.",
                "Le phare a été bâti: the lighthouse was built by %s, naïvely.",
                "cafe\u0301 re\u0301sume\u0301 The lighthouse was built by %s",
                "\ud83d half \udc00 pair 😀 The lighthouse was built by %s",
                "a\u0000b 😀 The lighthouse was built by %s",
                "[SEP] [CLS] 灯台 The lighthouse was built by %s [MASK]",
                "\ufeffThe\u00a0lighthouse\u2028was built by %s\r\n",
            })
    void offsetsPointIntoTheOriginalText(String template) {
        for (String builder : List.of("Marta Lindqvist", "Zoë Müller", "Zoe\u0308 Mu\u0308ller", "José Peña 3\u00bd")) {
            String passage = template.formatted(builder);
            var reading = read(QUESTION, passage);
            assertThat(best(reading, passage)).as(passage).contains(builder.substring(0, 3));
            for (Span span : reading.spans()) {
                assertThat(passage.substring(span.end()))
                        .as(text(span, passage))
                        .doesNotMatch("(?s)\\p{M}.*");
                assertThat(text(span, passage)).isEqualTo(text(span, passage).strip());
            }
        }
    }

    @Test
    void controlPiecesInAPassageAreOrdinaryWords() {
        try (var words = WordPieces.open(ModelFile.read("/footnote/reader/tokenizer.json"))) {
            String text = "[SEP] x [PAD]";
            var pieces = words.cut(text);

            assertThat(IntStream.range(0, pieces.count()).mapToObj(i -> text.substring(pieces.start(i), pieces.end(i))))
                    .containsExactly("[", "SEP", "]", "x", "[", "PAD", "]");
        }
    }

    @Test
    void readsTheFirstPiecesOfAVeryLongQuestion() {
        String padded = QUESTION + " " + "please tell me now ".repeat(110);

        assertThat(padded).hasSizeGreaterThan(2000);
        assertThat(read(padded, FACT).spans()).isNotEmpty();
        assertThat(read(padded + "or else", FACT)).isEqualTo(read(padded, FACT));
    }

    @Test
    void noSpanIsLongerThanThirtyPieces() {
        String passage = "a ".repeat(400);

        assertThat(read("What does the passage say?", passage).spans())
                .isNotEmpty()
                .allSatisfy(span -> assertThat(text(span, passage).split(" ")).hasSizeLessThanOrEqualTo(30));
    }

    @Test
    void manyReadersAtOnceGetWhatOneGets() throws Exception {
        String passage = FILLER.repeat(3) + FACT;
        var alone = reader.read(QUESTION, List.of(passage, FACT));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Reading>> again = () -> reader.read(QUESTION, List.of(passage, FACT));
            for (var reading : callers.invokeAll(Collections.nCopies(200, again))) {
                assertThat(reading.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    @Timeout(300)
    void anInterruptedCallerIsFreeAtOnceAndItsWorkIsDropped() throws InterruptedException {
        var outcome = new CompletableFuture<Boolean>();
        try (var own = OnnxSpanReader.open()) {
            var caller = Thread.startVirtualThread(() -> {
                try {
                    own.read(QUESTION, Collections.nCopies(20_000, FACT));
                } catch (CancellationException e) {
                    outcome.complete(Thread.currentThread().isInterrupted());
                }
            });
            while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            caller.interrupt();
            assertThat(outcome.join()).isTrue();
            assertThat(own.read(QUESTION, List.of(FACT))).hasSize(1);
        }
    }

    @Test
    @Timeout(300)
    void closingUnderItsReadersRefusesTheirNextReading() {
        var own = OnnxSpanReader.open();
        var readers = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(() -> readUntilItFails(own), Thread::startVirtualThread))
                .toList();
        own.read(QUESTION, List.of(FACT));
        own.close();

        assertThat(readers).allSatisfy(one -> assertThatThrownBy(one::join)
                .hasRootCauseInstanceOf(RejectedExecutionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the reader is closed"));
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void readUntilItFails(OnnxSpanReader reader) {
        while (true) {
            reader.read(QUESTION, List.of(FACT));
        }
    }

    private Reading read(String question, String passage) {
        return reader.read(question, List.of(passage)).getFirst();
    }

    private static String best(Reading reading, String passage) {
        return text(reading.spans().getFirst(), passage);
    }

    private static String text(Span span, String passage) {
        return passage.substring(span.start(), span.end());
    }

    private static long[] numbers(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToLong(i -> array.get(i).asLong())
                .toArray();
    }

    private static JsonNode example() throws IOException {
        try (var stream = OnnxSpanReaderTest.class.getResourceAsStream("/reader/example.json")) {
            return new ObjectMapper().readTree(stream);
        }
    }
}
