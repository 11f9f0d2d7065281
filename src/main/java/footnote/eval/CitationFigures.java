package footnote.eval;

import footnote.domain.Answer;
import footnote.domain.Citation;
import footnote.domain.Hit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the passages that are cited say it. A passage counts once an answer, however often it is cited; it proves
 * something if its text or a quote from it holds an accepted answer or the question's support. Nothing proves an answer to
 * an unanswerable question.
 *
 * @param precision cited passages that prove the answer / all cited passages
 * @param recall answered questions with at least one such passage / all answered questions
 */
public record CitationFigures(
        @Nullable Double precision, @Nullable Double recall) {
    static CitationFigures of(List<Reply> replies) {
        List<Cited> answered = replies.stream().flatMap(CitationFigures::cited).toList();
        return new CitationFigures(
                Share.of(
                        answered.stream().mapToLong(Cited::proving).sum(),
                        answered.stream().mapToLong(Cited::passages).sum()),
                Share.of(answered.stream().filter(cited -> cited.proving() > 0).count(), answered.size()));
    }

    private static Stream<Cited> cited(Reply reply) {
        return reply.answer().stream().map(answer -> {
            Map<String, String> texts = texts(answer);
            long proving =
                    texts.values().stream().filter(reply.question()::isProvedBy).count();
            return new Cited(texts.size(), proving);
        });
    }

    /** What can be read of each cited passage: its text and the quotes from it, each on a line of its own. */
    private static Map<String, String> texts(Answer answer) {
        Map<String, String> sources = answer.sources().stream()
                .map(Hit::passage)
                .collect(Collectors.toMap(passage -> passage.id(), passage -> passage.text(), (one, same) -> one));
        return answer.citations().stream()
                .collect(Collectors.toMap(
                        Citation::passage,
                        citation -> sources.getOrDefault(citation.passage(), "") + "\n" + citation.quote(),
                        (one, other) -> one + "\n" + other));
    }

    private record Cited(long passages, long proving) {}
}
