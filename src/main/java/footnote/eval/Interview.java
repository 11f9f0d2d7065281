package footnote.eval;

import footnote.ingest.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes a question set through searching and answering, one question after the other, so that the times are a user's. */
final class Interview {
    private final QuestionSet set;
    private final Progress progress;

    Interview(QuestionSet set, Progress progress) {
        this.set = set;
        this.progress = progress;
    }

    /** What one way of searching finds for the questions that have relevant documents. */
    EvalReport.SearchRow search(String name, Retrieval retrieval) {
        List<RetrievalFigures.Found> found =
                each("searching, " + name, question -> !question.relevant().isEmpty(), question -> {
                    Retrieval.Ranking ranking = retrieval.ranking(question);
                    return new RetrievalFigures.Found(question, ranking);
                });
        double[] millis =
                found.stream().mapToDouble(one -> one.ranking().millis()).toArray();
        return new EvalReport.SearchRow(name, RetrievalFigures.of(found), Latency.of(millis));
    }

    /** The replies to the questions that can be scored. */
    List<Reply> answer(Answering answering) {
        return each("answering", LabelledQuestion::canBeScored, question -> {
            Stopwatch watch = new Stopwatch();
            return new Reply(question, answering.answer(question), watch.millis());
        });
    }

    private <T> List<T> each(String step, Predicate<LabelledQuestion> fitting, Function<LabelledQuestion, T> action) {
        List<LabelledQuestion> questions =
                set.questions().stream().filter(fitting).toList();
        List<T> results = new ArrayList<>();
        for (LabelledQuestion question : questions) {
            results.add(action.apply(question));
            progress.report(step, results.size(), questions.size());
        }
        return results;
    }
}
