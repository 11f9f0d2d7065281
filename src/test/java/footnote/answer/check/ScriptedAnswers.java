package footnote.answer.check;

import footnote.domain.Document;
import footnote.domain.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Passages with right and subtly wrong sentences about them, from {@code check/scripted-answers.txt}. */
record ScriptedAnswers(Passage passage, List<String> right, List<String> wrong) {
    static List<ScriptedAnswers> read() {
        List<ScriptedAnswers> all = new ArrayList<>();
        for (String block : text().split("\n\n", -1)) {
            List<String> lines =
                    block.lines().filter(line -> !line.startsWith("#")).toList();
            all.add(new ScriptedAnswers(
                    passage(lines.get(0), lines.get(1)), starting("+ ", lines), starting("- ", lines)));
        }
        return all;
    }

    private static List<String> starting(String mark, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> mark.equals("- ") ? line.substring(line.indexOf(": ") + 2) : line.substring(2))
                .toList();
    }

    private static Passage passage(String head, String text) {
        String date = head.substring("passage ".length(), "passage 2000-01-01".length());
        String title = head.substring("passage 2000-01-01 ".length());
        Document document =
                new Document("d" + date, title, LocalDate.parse(date), null, null, text, List.of(), "fingerprint");
        return Passage.of(document, "", 0, text.length());
    }

    private static String text() {
        try (var file = Objects.requireNonNull(
                ScriptedAnswers.class.getResourceAsStream("/check/scripted-answers.txt"), "scripted answers")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
