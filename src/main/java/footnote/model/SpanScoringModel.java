package footnote.model;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import footnote.answer.SpanReader;
import java.util.List;

/**
 * Ranks passages by how surely a reader finds the answer in them: a passage's score is its {@link
 * SpanReader.Reading#odds() odds}, in logits, below zero where "no answer" weighs more. As safe for threads as its
 * reader, which it does not close.
 */
public final class SpanScoringModel implements ScoringModel {
    private final SpanReader reader;

    public SpanScoringModel(SpanReader reader) {
        this.reader = reader;
    }

    @Override
    public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
        var passages = segments.stream().map(TextSegment::text).toList();
        return Response.from(reader.read(query, passages).stream()
                .map(SpanReader.Reading::odds)
                .toList());
    }
}
