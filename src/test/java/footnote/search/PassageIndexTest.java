package footnote.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.IndexState;
import footnote.testing.HashEmbedder;
import footnote.testing.TinyCorpus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageIndexTest {
    private final TextEmbedder embedder = new HashEmbedder();

    @TempDir
    Path folder;

    private PassageWriter writer;

    @BeforeEach
    void write() {
        writer = PassageWriter.open(folder, embedder);
        TinyCorpus.write(writer, embedder);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @ParameterizedTest
    @EnumSource(Ranking.Fusion.class)
    void findsThePassageThatSpeaksOfTheQuestionByEitherFusion(Ranking.Fusion fusion) {
        PassageQuery query = new PassageQuery(
                "When was the reading room rebuilt?",
                null,
                null,
                null,
                3,
                Ranking.usual().with(fusion));

        assertThat(documents(writer.index().search(query))).startsWith("library");
    }

    @Test
    void findsByEachLegAlone() {
        String question = "cracks in the piers of the bridge";

        for (Ranking ranking : List.of(Ranking.keywordOnly(), Ranking.vectorOnly())) {
            assertThat(documents(writer.index().search(new PassageQuery(question, null, null, null, 1, ranking))))
                    .containsExactly("bridge");
        }
    }

    @Test
    void findsOtherFormsOfAWord() {
        assertThat(documents(keyword("repairing the bridges"))).startsWith("bridge");
    }

    @Test
    void searchesAQuestionOfStopWordsAllTheSame() {
        assertThat(keyword("what is there about it")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title:bridge AND", "(bridge", "bridge* OR \"", "+bridge -library", "{!knn f=vector}", "bridge~2 ^5",
                        "[a TO",
                "\\", "AND OR NOT", "/bridge/", "text:[* TO *]", "😀 🌉", "!!!", "bridge && || !"
            })
    void readsNoQuerySyntaxInAQuestion(String question) {
        assertThat(writer.index().search(PassageQuery.of(question, 5))).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void keepsToTheDaysAskedForEndsIncluded() {
        LocalDate day = LocalDate.of(2022, 6, 1);
        PassageQuery query = PassageQuery.of("the town's bridge, library and orchard", 10);

        assertThat(documents(writer.index().search(query.between(day, day)))).containsOnly("bridge");
        assertThat(documents(writer.index().search(query.between(null, day.minusDays(1)))))
                .containsOnly("library");
        assertThat(writer.index().search(query.between(day.plusDays(1), null))).isEmpty();
    }

    @Test
    void breaksTiesByPassageId() {
        for (String id : List.of("twin-b", "twin-a", "twin-c")) {
            Document twin = TinyCorpus.document(id, "Twin", null, "Swans nest beneath the weir.");
            writer.replace(twin, TinyCorpus.passages(twin), List.of());
        }
        writer.commit();

        assertThat(documents(keyword("swans weir"))).containsExactly("twin-a", "twin-b", "twin-c");
    }

    @Test
    void replacesADocumentAsAWhole() {
        Document newer = TinyCorpus.document("bridge", "Bridge open", null, "The new bridge carries trams.");
        writer.replace(newer, TinyCorpus.passages(newer), List.of());
        assertThat(documents(keyword("cracks piers"))).as("before the refresh").containsExactly("bridge");

        writer.refresh();

        assertThat(keyword("cracks piers")).isEmpty();
        assertThat(documents(keyword("trams"))).containsExactly("bridge");
        assertThat(writer.index().state().documents()).isEqualTo(3);
    }

    @Test
    void forgetsARemovedDocument() {
        writer.remove("bridge");
        writer.commit();

        assertThat(keyword("cracks piers")).isEmpty();
        assertThat(writer.index().document("bridge")).isEmpty();
    }

    @Test
    void countsCommitsThatChangeSomething() {
        IndexState before = writer.index().state();
        writer.commit();
        assertThat(writer.index().state()).isEqualTo(before);

        writer.remove("orchard");
        writer.commit();

        assertThat(writer.index().state().generation()).isEqualTo(before.generation() + 1);
    }

    @Test
    void keepsTheLastCommitWhenClosedWithoutOne() {
        writer.remove("bridge");
        writer.close();

        writer = PassageWriter.open(folder, embedder);

        assertThat(writer.index().document("bridge")).isPresent();
    }

    @Test
    void startsAnewForVectorsOfAnotherModel() {
        writer.close();

        writer = PassageWriter.open(folder, new RenamedEmbedder());

        assertThat(writer.index().state().documents()).isZero();
    }

    @Test
    void letsOneWriterInAndReadersBeside() {
        assertThatThrownBy(() -> PassageWriter.open(folder, embedder))
                .isInstanceOf(PassageWriter.IndexInUse.class)
                .hasMessageContaining("another Footnote is using");

        try (PassageIndex reader = PassageIndex.open(folder, embedder)) {
            assertThat(reader.state()).isEqualTo(writer.index().state());
        }
    }

    @Test
    void givesADocumentBackWithPassagesThatAreItsText() {
        PassageIndex.IndexedDocument found = writer.index().document("library").orElseThrow();

        assertThat(found.document().text()).isEqualTo(TinyCorpus.LIBRARY.text());
        assertThat(found.passages()).isEqualTo(TinyCorpus.passages(TinyCorpus.LIBRARY));
    }

    @Test
    void listsDocumentsByIdInPages() {
        List<String> all = writer.index().documents(0, 10).stream()
                .map(listed -> listed.document().id())
                .toList();

        assertThat(all).containsExactly("bridge", "library", "orchard");
        assertThat(writer.index().documents(1, 1))
                .singleElement()
                .satisfies(listed -> assertThat(listed.document().id()).isEqualTo("library"));
        assertThat(writer.index().documents(3, 1)).isEmpty();
    }

    @Test
    void knowsWhichDocumentsStillNeedVectors() {
        assertThat(writer.index().withoutVectors()).isEmpty();
        writer.replace(TinyCorpus.BRIDGE, TinyCorpus.passages(TinyCorpus.BRIDGE), List.of());
        writer.commit();

        assertThat(writer.index().withoutVectors()).containsExactly("bridge");
        assertThat(documents(writer.index().search(PassageQuery.of("cracks in the bridge", 1))))
                .containsExactly("bridge");
    }

    @Test
    void movesTheQuestionTowardsThePassagesFoundBest(@TempDir Path other) {
        TextEmbedder known = new KnownQuery(1, 0, 0);
        try (PassageWriter own = PassageWriter.open(other, known)) {
            for (int number = 1; number <= 3; number++) {
                add(own, "best" + number, 0.9f, 0.43f, 0);
            }
            add(own, "alike", 0.6f, 0.8f, 0);
            add(own, "nearer", 0.65f, 0, 0.76f);
            own.commit();

            assertThat(documents(own.index().search(vectorsWithFeedback(0)))).endsWith("nearer", "alike");
            assertThat(documents(own.index().search(vectorsWithFeedback(0.5)))).endsWith("alike", "nearer");
        }
    }

    private static PassageQuery vectorsWithFeedback(double feedback) {
        Ranking ranking = new Ranking(Ranking.Fusion.MIN_MAX, 0, 1, 0, 1, 0, 10, feedback);
        return new PassageQuery("the question", null, null, null, 10, ranking);
    }

    private static void add(PassageWriter writer, String id, float... vector) {
        Document document = TinyCorpus.document(id, id, null, "A sentence.");
        writer.replace(document, TinyCorpus.passages(document), List.of(VectorUtil.l2normalize(vector)));
    }

    private List<Hit> keyword(String question) {
        return writer.index().search(new PassageQuery(question, null, null, null, 10, Ranking.keywordOnly()));
    }

    private static List<String> documents(List<Hit> hits) {
        return hits.stream().map(hit -> hit.passage().document()).toList();
    }

    /** Has one vector for every question. */
    private static final class KnownQuery implements TextEmbedder {
        private final float[] vector;

        KnownQuery(float... vector) {
            this.vector = vector;
        }

        @Override
        public String name() {
            return "known";
        }

        @Override
        public int dimensions() {
            return vector.length;
        }

        @Override
        public float[] embedQuery(String query) {
            return vector.clone();
        }

        @Override
        public float[] embedPassage(String passage) {
            throw new UnsupportedOperationException("vectors are given with the passages");
        }

        @Override
        public void close() {}
    }

    private static final class RenamedEmbedder implements TextEmbedder {
        private final TextEmbedder hash = new HashEmbedder();

        @Override
        public String name() {
            return "renamed";
        }

        @Override
        public int dimensions() {
            return hash.dimensions();
        }

        @Override
        public float[] embedQuery(String query) {
            return hash.embedQuery(query);
        }

        @Override
        public float[] embedPassage(String passage) {
            return hash.embedPassage(passage);
        }

        @Override
        public void close() {}
    }
}
