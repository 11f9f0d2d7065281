package footnote.eval;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one run measured, in the shape of the public figures: shares from 0 to 1, null where the set can't say.
 *
 * @param set the question set's name
 * @param questions how many were run
 * @param answerer who spoke most often; null if nobody was asked
 * @param calibrationError expected calibration error of the given answers, where right means F1 of a half or more, or an
 *     accepted answer among the short answer's words; null if no answer states a confidence
 */
public record EvalFigures(
        String set,
        int questions,
        @Nullable String answerer,
        RetrievalFigures retrieval,
        AnswerFigures answers,
        AbstentionFigures abstention,
        CitationFigures citations,
        @Nullable Double calibrationError,
        Latency millis) {
    /**
     * @param search the row of the product's own way of searching
     * @param replies to the questions that can be scored; the times are theirs, or those of the search if there are none
     */
    static EvalFigures of(QuestionSet set, EvalReport.SearchRow search, List<Reply> replies) {
        return new EvalFigures(
                set.name(),
                set.questions().size(),
                answerer(replies),
                search.figures(),
                AnswerFigures.of(replies),
                AbstentionFigures.of(replies),
                CitationFigures.of(replies),
                CalibrationError.of(claims(replies)),
                replies.isEmpty()
                        ? search.millis()
                        : Latency.of(replies.stream().mapToDouble(Reply::millis).toArray()));
    }

    private static @Nullable String answerer(List<Reply> replies) {
        Map<String, Long> turns = replies.stream()
                .flatMap(reply -> reply.answerer().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Comparator<Map.Entry<String, Long>> mostFirst =
                Map.Entry.<String, Long>comparingByValue().reversed();
        return turns.entrySet().stream()
                .min(mostFirst.thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static List<CalibrationError.Claim> claims(List<Reply> replies) {
        return replies.stream()
                .flatMap(reply -> reply
                        .answer()
                        .flatMap(answer -> Optional.ofNullable(answer.confidence()))
                        .map(confidence -> new CalibrationError.Claim(confidence, reply.isRight()))
                        .stream())
                .toList();
    }
}
