package footnote.eval;

import footnote.ingest.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes a question set through searching and answering, one question after the other, so that the times are a user's. */
final class EvalRun {
    private static final double NANOS_A_MILLI = 1_000_000;

    private final QuestionSet set;
    private final Progress progress;

    EvalRun(QuestionSet set, Progress progress) {
        this.set = set;
        this.progress = progress;
    }

    /** What one way of searching finds for the questions that have relevant documents. */
    EvalReport.SearchRow search(String name, Retrieval retrieval) {
        List<Timed<List<String>>> rankings =
                each("searching, " + name, question -> !question.relevant().isEmpty(), retrieval::ranking);
        List<RetrievalFigures.Found> found = rankings.stream()
                .map(ranking -> new RetrievalFigures.Found(ranking.question(), ranking.result()))
                .toList();
        double[] millis = rankings.stream().mapToDouble(Timed::millis).toArray();
        return new EvalReport.SearchRow(name, RetrievalFigures.of(found), Latency.of(millis));
    }

    /** The replies to the questions that can be scored. */
    List<Reply> answer(Answering answering) {
        return each("answering", LabelledQuestion::canBeScored, answering::answer).stream()
                .map(ending -> new Reply(ending.question(), ending.result(), ending.millis()))
                .toList();
    }

    private <T> List<Timed<T>> each(
            String step, Predicate<LabelledQuestion> fitting, Function<LabelledQuestion, T> action) {
        List<LabelledQuestion> questions =
                set.questions().stream().filter(fitting).toList();
        List<Timed<T>> results = new ArrayList<>();
        for (LabelledQuestion question : questions) {
            long start = System.nanoTime();
            T result = action.apply(question);
            results.add(new Timed<>(question, result, (System.nanoTime() - start) / NANOS_A_MILLI));
            progress.report(step, results.size(), questions.size());
        }
        return results;
    }

    private record Timed<T>(LabelledQuestion question, T result, double millis) {}
}
