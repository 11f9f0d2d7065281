package footnote.eval;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report as lines of text, columns below each other. */
final class ReportTable {
    private static final int FIRST_COLUMN = 22;
    private static final int COLUMN = 14;
    private static final String UNKNOWN = "-";

    private final StringBuilder lines = new StringBuilder();

    ReportTable(EvalReport report) {
        EvalFigures figures = report.figures();
        String answerer = figures.answerer() == null ? "" : ", answered by " + figures.answerer();
        lines.append("%s: %,d questions%s%n".formatted(figures.set(), figures.questions(), answerer));
        searches(report);
        if (figures.answerer() != null) {
            answers(report);
        }
        remarks(report);
    }

    private void searches(EvalReport report) {
        if (!report.searches().isEmpty()) {
            row("search", "nDCG@10", "recall@10", "recall@100", "MRR@10", "p50 ms", "p95 ms", "p99 ms");
        }
        for (EvalReport.SearchRow search : report.searches()) {
            RetrievalFigures found = search.figures();
            row(
                    search.name(),
                    share(found.ndcg10()),
                    share(found.recall10()),
                    share(found.recall100()),
                    share(found.mrr10()),
                    millis(search.millis().p50()),
                    millis(search.millis().p95()),
                    millis(search.millis().p99()));
        }
    }

    private void answers(EvalReport report) {
        EvalFigures figures = report.figures();
        row("answers", "EM", "F1", "has-answer EM", "has-answer F1", "no-answer acc");
        answers("all", figures.answers());
        for (EvalReport.KindRow kind : report.kinds()) {
            answers(kind.type(), kind.figures(), kind.declined() + " of " + kind.questions() + " declined");
        }
        AbstentionFigures abstention = figures.abstention();
        row("abstention", "precision", "recall", "false");
        row("", share(abstention.precision()), share(abstention.recall()), share(abstention.falseAbstention()));
        row("citations", "precision", "recall");
        row(
                "",
                share(figures.citations().precision()),
                share(figures.citations().recall()));
        row("confidence", "calib. error");
        row("", share(figures.calibrationError()));
        Latency millis = figures.millis();
        row("answer time", "p50 ms", "p95 ms", "p99 ms");
        row("", millis(millis.p50()), millis(millis.p95()), millis(millis.p99()));
    }

    private void answers(String name, AnswerFigures figures, String... more) {
        Stream<String> cells = Stream.of(
                        figures.em(), figures.f1(), figures.hasAnsEm(), figures.hasAnsF1(), figures.noAnsAccuracy())
                .map(ReportTable::share);
        row(name, Stream.concat(cells, Stream.of(more)).toArray(String[]::new));
    }

    private void remarks(EvalReport report) {
        if (report.forbidden() > 0) {
            lines.append("%,d answers say what must not come out%n".formatted(report.forbidden()));
        }
        if (report.failed() > 0) {
            lines.append("%,d questions ended in a fault and score nothing%n".formatted(report.failed()));
        }
    }

    private void row(String name, String... cells) {
        String columns = Stream.of(cells)
                .map(cell -> ("%" + COLUMN + "s").formatted(cell))
                .collect(Collectors.joining(" "));
        lines.append(("%-" + FIRST_COLUMN + "s%s").formatted(name, columns).stripTrailing())
                .append(System.lineSeparator());
    }

    private static String share(@Nullable Double share) {
        return share == null ? UNKNOWN : String.format(Locale.ROOT, "%.4f", share);
    }

    private static String millis(@Nullable Double millis) {
        return millis == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f", millis);
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
