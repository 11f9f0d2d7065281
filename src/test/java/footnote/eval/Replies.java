package footnote.eval;

import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Citation;
import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.IndexState;
import footnote.domain.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Questions and the ways in which they end. */
final class Replies {
    private Replies() {}

    static LabelledQuestion answerable(String id, String... golds) {
        return new LabelledQuestion(
                id, "what?", true, List.of(golds), List.of(), List.of(), List.of(), new TreeSet<>(), "", null);
    }

    static LabelledQuestion unanswerable(String id) {
        return new LabelledQuestion(
                id, "what?", false, List.of(""), List.of(), List.of(), List.of(), new TreeSet<>(), "", null);
    }

    static LabelledQuestion supported(LabelledQuestion question, String support, String forbidden) {
        return new LabelledQuestion(
                question.id(),
                question.text(),
                question.answerable(),
                question.golds(),
                List.of(support),
                List.of(forbidden),
                question.given(),
                question.relevant(),
                question.type(),
                question.date());
    }

    /** An answer that cites the first sentence of each passage; a passage's text names it. */
    static Reply answered(
            LabelledQuestion question, @Nullable String shortAnswer, @Nullable Double confidence, String... passages) {
        List<Hit> sources = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (String text : passages) {
            Passage passage = passage(text);
            sources.add(new Hit(passage, 1));
            citations.add(Citation.of(citations.size() + 1, passage, 0, Math.min(4, text.length())));
        }
        return new Reply(
                question,
                new AnswerEvent.Completed(answer(Answer.Status.ANSWERED, shortAnswer, confidence, citations, sources)),
                10);
    }

    static Reply declined(LabelledQuestion question) {
        Answer closest = answer(Answer.Status.DECLINED, null, null, List.of(), List.of());
        return new Reply(question, new AnswerEvent.Declined(closest), 20);
    }

    static Reply failed(LabelledQuestion question) {
        return new Reply(question, new AnswerEvent.Failed("id", "The model is out of reach."), 30);
    }

    private static Passage passage(String text) {
        String id = Integer.toHexString(text.hashCode());
        Document document = new Document(id, "", null, null, null, text, List.of(), "");
        return Passage.of(document, "", 0, text.length());
    }

    private static Answer answer(
            Answer.Status status,
            @Nullable String shortAnswer,
            @Nullable Double confidence,
            List<Citation> citations,
            List<Hit> sources) {
        return new Answer(
                "id",
                status,
                "It says so. [1]",
                shortAnswer,
                "scripted",
                confidence,
                null,
                "what?",
                null,
                citations,
                sources,
                null,
                new IndexState(1, 1, 1),
                new Answer.Millis(1, 1, 2));
    }
}
