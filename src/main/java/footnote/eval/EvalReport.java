package footnote.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run says of itself: the public figures, and what only a reader of the table wants to know.
 *
 * @param searches a row for each way of searching, in the order that they ran
 * @param kinds a row for each type of question, by name; empty if the set has one type only
 * @param forbidden how many answers say what must not come out
 * @param failed how many questions ended in a fault
 */
public record EvalReport(
        EvalFigures figures, List<SearchRow> searches, List<KindRow> kinds, long forbidden, long failed) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** What one way of searching finds, and how long a search takes. */
    public record SearchRow(String name, RetrievalFigures figures, Latency millis) {
        /** Nothing was searched for. */
        static final SearchRow NONE = new SearchRow("", RetrievalFigures.NONE, Latency.of(new double[0]));

        SearchRow untimed() {
            return new SearchRow(name, figures, NONE.millis());
        }
    }

    /** How the questions of one type ended. */
    public record KindRow(String type, int questions, AnswerFigures figures, long declined) {}

    public EvalReport {
        searches = List.copyOf(searches);
        kinds = List.copyOf(kinds);
    }

    /**
     * @param searches the last one is the product's own way of searching; empty if nothing was searched for
     * @param replies to the questions that can be scored
     */
    static EvalReport of(QuestionSet set, List<SearchRow> searches, List<Reply> replies) {
        SearchRow own = searches.isEmpty() ? SearchRow.NONE : searches.getLast();
        return new EvalReport(
                EvalFigures.of(set, own, replies),
                searches,
                kinds(replies),
                replies.stream().filter(Reply::isForbidden).count(),
                replies.stream().filter(Reply::isFailed).count());
    }

    private static List<KindRow> kinds(List<Reply> replies) {
        SortedMap<String, List<Reply>> byType = replies.stream()
                .collect(Collectors.groupingBy(reply -> reply.question().type(), TreeMap::new, Collectors.toList()));
        if (byType.size() < 2) {
            return List.of();
        }
        return byType.entrySet().stream()
                .map(kind -> new KindRow(
                        kind.getKey(),
                        kind.getValue().size(),
                        AnswerFigures.of(kind.getValue()),
                        kind.getValue().stream().filter(Reply::isDeclined).count()))
                .toList();
    }

    /** The public figures as one JSON object. */
    public String json() {
        try {
            return JSON.writeValueAsString(figures);
        } catch (IOException e) {
            throw new IllegalStateException("figures are plain numbers and names", e);
        }
    }

    /** Writes {@link #json()} to a file, in place of what it held. */
    public void writeJson(Path file) {
        try {
            Files.writeString(file, json() + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException("the figures can't be written to " + file, e);
        }
    }

    /** All of it for a terminal. */
    public String table() {
        return new ReportTable(this).toString();
    }
}
