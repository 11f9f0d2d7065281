package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.Evidence;
import footnote.domain.Document;
import footnote.domain.Passage;
import footnote.domain.Question;
import footnote.domain.Sentences;
import footnote.ingest.PassageSplitter;
import footnote.testing.HashEmbedder;
import footnote.testing.TinyCorpus;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GoldEvidenceTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 7, 1);
    private static final PassageSplitter SENTENCES = new PassageSplitter(8, 0);

    @Test
    void givesThePassagesOfTheDocumentsThatTheSetNamesInItsOrder() {
        Evidence evidence = evidence(TinyCorpus.ALL, "orchard", "nowhere", "library");

        assertThat(evidence.passages())
                .extracting(Passage::text)
                .containsExactly(TinyCorpus.ORCHARD.text(), TinyCorpus.LIBRARY.text());
    }

    @Test
    void givesNothingWhereTheSetNamesNothing() {
        assertThat(evidence(TinyCorpus.ALL).hits()).isEmpty();
    }

    @Test
    void givesOfALongDocumentThePassagesNearestToTheQuestion() {
        String text = pages(200) + "What colour the harbour lamps have.";

        Evidence evidence = evidence(List.of(TinyCorpus.document("long", "", null, text)), "long");

        String read =
                String.join(" ", evidence.passages().stream().map(Passage::text).toList());
        assertThat(Sentences.of(read)).hasSize(Question.MOST_PASSAGES);
        assertThat(read).contains("What colour the harbour lamps have.");
    }

    @Test
    void givesAParagraphWhole() {
        Document paragraph = TinyCorpus.document("paragraph", "", null, pages(60));
        Document two = TinyCorpus.document("two", "", null, pages(30) + "\n\n" + pages(30));

        assertThat(evidence(List.of(paragraph), "paragraph").passages())
                .singleElement()
                .satisfies(passage -> assertThat(passage.text()).isEqualTo(paragraph.text()));
        assertThat(evidence(List.of(two), "two").passages()).hasSizeGreaterThan(1);
    }

    private static String pages(int count) {
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < count; n++) {
            text.append("Nothing much was said on page number ").append(n).append(". ");
        }
        return text.toString();
    }

    private static Evidence evidence(List<Document> corpus, String... given) {
        LabelledQuestion labelled = new LabelledQuestion(
                "1",
                "what colour?",
                true,
                List.of("x"),
                List.of(),
                List.of(),
                List.of(given),
                new TreeSet<>(),
                "",
                null);
        QuestionSet set = new QuestionSet("tiny", corpus, List.of(labelled));
        return new GoldEvidence(set, SENTENCES, new HashEmbedder(256)).of(labelled, labelled.asked(TODAY));
    }
}
