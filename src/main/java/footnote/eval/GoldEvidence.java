package footnote.eval;

import footnote.answer.Evidence;
import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.Passage;
import footnote.domain.Question;
import footnote.ingest.PassageSplitter;
import footnote.search.TextEmbedder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives an answerer the passages of the documents that hold the answer, in place of a search. Of longer documents it gives
 * the passages nearest to the question, as many as one may ask to have read. A document that is a paragraph is one passage.
 */
final class GoldEvidence {
    /** In characters. The longest paragraph of SQuAD's dev set has 4,063. */
    private static final int LONGEST_PARAGRAPH = 5_000;

    private final Map<String, Document> documents;
    private final PassageSplitter splitter;
    private final TextEmbedder embedder;

    GoldEvidence(QuestionSet set, PassageSplitter splitter, TextEmbedder embedder) {
        this.documents = set.documents().stream().collect(Collectors.toMap(Document::id, Function.identity()));
        this.splitter = splitter;
        this.embedder = embedder;
    }

    /** What may be read for a question; {@code asked} is its stand-alone form. */
    Evidence of(LabelledQuestion labelled, Question asked) {
        List<Passage> passages = passages(labelled);
        List<Passage> read = fits(labelled) ? passages : nearest(passages, asked);
        List<Hit> hits = read.stream().map(passage -> new Hit(passage, 1)).toList();
        return new Evidence(asked, null, hits, fits(labelled), null);
    }

    /** Whether everything may be read, so that nothing needs to be chosen. */
    boolean fits(LabelledQuestion labelled) {
        return passages(labelled).size() <= Question.MOST_PASSAGES;
    }

    private List<Passage> passages(LabelledQuestion labelled) {
        return labelled.given().stream()
                .map(documents::get)
                .filter(Objects::nonNull)
                .flatMap(document -> passages(document).stream())
                .toList();
    }

    private List<Passage> passages(Document document) {
        String text = document.text();
        boolean isParagraph = text.length() <= LONGEST_PARAGRAPH
                && document.headings().isEmpty()
                && !text.strip().contains("\n\n");
        return isParagraph && !text.isBlank()
                ? List.of(Passage.of(document, "", 0, text.length()))
                : splitter.passages(document);
    }

    private List<Passage> nearest(List<Passage> passages, Question asked) {
        float[] question = embedder.embedQuery(asked.text());
        return passages.stream()
                .map(passage -> new Hit(passage, TextEmbedder.cosine(question, embedder.embedPassage(passage.text()))))
                .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(hit -> hit.passage()
                        .id()))
                .limit(Question.MOST_PASSAGES)
                .map(Hit::passage)
                .toList();
    }
}
