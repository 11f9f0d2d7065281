package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.query.Metadata;
import dev.langchain4j.rag.query.Query;
import footnote.search.PassageIndex;
import footnote.search.PassageWriter;
import footnote.testing.HashEmbedder;
import footnote.testing.TinyCorpus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneContentRetrieverTest {
    @TempDir
    private Path folder;

    @Test
    void plugsIntoARetrievalAugmentor() {
        UserMessage question = UserMessage.from("When was the old bridge closed?");
        try (HashEmbedder embedder = new HashEmbedder();
                PassageWriter writer = PassageWriter.open(folder, embedder)) {
            TinyCorpus.write(writer, embedder);
            PassageIndex index = writer.index();
            var augmentor = DefaultRetrievalAugmentor.builder()
                    .contentRetriever(new LuceneContentRetriever(index, 3))
                    .build();

            var augmented = augmentor.augment(new AugmentationRequest(question, Metadata.from(question, null, null)));

            Content first = augmented.contents().getFirst();
            assertThat(first.textSegment().text()).contains("bridge");
            assertThat(first.textSegment().metadata().getString("document")).isEqualTo("bridge");
            assertThat(first.textSegment().metadata().getString("date")).isEqualTo("2022-06-01");
            assertThat(augmented.chatMessage().toString()).contains("closed on Monday");
        }
    }

    @Test
    void toleratesAQueryWithoutMetadata() {
        try (HashEmbedder embedder = new HashEmbedder();
                PassageWriter writer = PassageWriter.open(folder, embedder)) {
            TinyCorpus.write(writer, embedder);
            PassageIndex index = writer.index();

            List<Content> found = new LuceneContentRetriever(index, 2).retrieve(Query.from("apple trees"));

            assertThat(found).hasSizeLessThanOrEqualTo(2).isNotEmpty();
            assertThat(found.getFirst().textSegment().metadata().getString("passage"))
                    .startsWith("orchard.");
        }
    }
}
