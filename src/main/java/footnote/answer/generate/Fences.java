package footnote.answer.generate;

import footnote.domain.Passage;
import footnote.domain.Turn;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes passages for a model as data: numbered, dated, between fences that no passage can write itself. */
final class Fences {
    private static final Pattern FENCE = Pattern.compile("<(?=\\s*/?\\s*passage\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*");

    private Fences() {}

    static String around(List<Passage> passages) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < passages.size(); at++) {
            Passage passage = passages.get(at);
            text.append(at == 0 ? "" : "\n\n")
                    .append("<passage ")
                    .append(at + 1)
                    .append(" | ")
                    .append(passage.date() == null ? "undated" : passage.date())
                    .append(" | ")
                    .append(oneLine(passage.title()))
                    .append(">\n")
                    .append(neutral(passage.text()))
                    .append("\n</passage ")
                    .append(at + 1)
                    .append('>');
        }
        return text.toString();
    }

    static String history(List<Turn> turns) {
        return turns.stream()
                .map(turn -> (turn.role() == Turn.Role.USER ? "Asker: " : "Answer: ") + oneLine(turn.text()))
                .collect(Collectors.joining("\n"));
    }

    /** The text with what looks like a fence made harmless. */
    static String neutral(String text) {
        return FENCE.matcher(text).replaceAll("‹");
    }

    private static String oneLine(String text) {
        return neutral(LINE_END.matcher(text.strip()).replaceAll(" ")).replace('>', '›');
    }
}
