package footnote.answer;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.query.Query;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.search.PassageIndex;
import footnote.search.PassageQuery;
import java.util.List;
import java.util.Map;

/**
 * Footnote's search for LangChain4j: plugs into any retrieval augmentor. Each content carries {@code passage}, {@code
 * document}, {@code title}, {@code start} and {@code end} (UTF-16 units of the document's text), and {@code date} (ISO) and
 * {@code source} where they are known. Threads may share it.
 */
public final class LuceneContentRetriever implements ContentRetriever {
    private final PassageIndex index;
    private final int limit;

    /** @param limit how many passages a query gets at most, from 1 */
    public LuceneContentRetriever(PassageIndex index, int limit) {
        this.index = index;
        this.limit = limit;
    }

    @Override
    public List<Content> retrieve(Query query) {
        return index.search(PassageQuery.of(query.text(), limit)).stream()
                .map(LuceneContentRetriever::content)
                .toList();
    }

    private static Content content(Hit hit) {
        Passage passage = hit.passage();
        Metadata metadata = new Metadata()
                .put("passage", passage.id())
                .put("document", passage.document())
                .put("title", passage.title())
                .put("start", passage.start())
                .put("end", passage.end());
        if (passage.date() != null) {
            metadata.put("date", passage.date().toString());
        }
        if (passage.source() != null) {
            metadata.put("source", passage.source());
        }
        return Content.from(TextSegment.from(passage.text(), metadata), Map.of(ContentMetadata.SCORE, hit.score()));
    }
}
