package footnote.eval;

import footnote.domain.Document;
import footnote.domain.InvalidValue;
import footnote.domain.Question;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the files of a question set's folder. */
final class QuestionSetReader {
    private static final String CORPUS = "corpus.jsonl";
    private static final String QUESTIONS = "questions.jsonl";
    private static final String JUDGEMENTS = "qrels.tsv";
    private static final String JUDGEMENTS_HEADER = "query-id";

    private QuestionSetReader() {}

    static QuestionSet read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidValue("FOLDER", "must be a folder with a question set, got " + folder);
        }
        List<Document> documents = documents(needed(folder, CORPUS));
        List<LabelledQuestion> questions = questions(needed(folder, QUESTIONS));
        Map<String, Set<String>> relevant = relevant(folder);
        return new QuestionSet(
                folder.toAbsolutePath().normalize().getFileName().toString(),
                documents,
                questions.stream()
                        .map(question -> question.withRelevant(relevant.getOrDefault(question.id(), Set.of())))
                        .toList());
    }

    private static SetFile needed(Path folder, String name) {
        return SetFile.find(folder, name)
                .orElseThrow(() -> new InvalidValue(
                        "FOLDER", "must hold " + name + " or " + name + ".gz, which is not so for " + folder));
    }

    private static List<Document> documents(SetFile file) {
        List<Document> documents = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        file.forEachLine((line, place) -> {
            Document document = document(Entry.of(line, place), line);
            checkNew(ids, document.id(), place);
            documents.add(document);
        });
        return documents;
    }

    private static Document document(Entry entry, String line) {
        return new Document(
                entry.required("id"),
                entry.text("title"),
                entry.date("date"),
                entry.textOrNull("source"),
                entry.textOrNull("url"),
                entry.text("text"),
                List.of(),
                Fingerprint.of(line.getBytes(StandardCharsets.UTF_8)).hex());
    }

    private static List<LabelledQuestion> questions(SetFile file) {
        List<LabelledQuestion> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        file.forEachLine((line, place) -> {
            LabelledQuestion question = question(Entry.of(line, place));
            checkNew(ids, question.id(), place);
            questions.add(question);
        });
        return questions;
    }

    private static void checkNew(Set<String> ids, String id, SetFile.Place place) {
        if (!ids.add(id)) {
            throw place.broken("'id' must not occur twice, got " + id + " again");
        }
    }

    private static LabelledQuestion question(Entry entry) {
        boolean answerable = entry.claim("answerable");
        List<String> context = entry.texts("context");
        List<String> forbidden = new ArrayList<>(entry.texts("fake_answer"));
        forbidden.addAll(entry.texts("withheld_answers"));
        return new LabelledQuestion(
                entry.required("id"),
                asked(entry),
                answerable,
                answerable ? accepted(entry) : List.of(""),
                entry.texts("support"),
                forbidden,
                context.isEmpty() ? entry.texts("passages") : context,
                new TreeSet<>(),
                entry.text("type"),
                entry.date("question_date"));
    }

    private static String asked(Entry entry) {
        try {
            return Question.checked("question", entry.required("question"));
        } catch (InvalidValue e) {
            throw e.field().equals("question") ? entry.place().broken("'question' " + e.getMessage()) : e;
        }
    }

    /** Golds that normalise to nothing are dropped; if that leaves none, the empty one stays, as in the SQuAD script. */
    private static List<String> accepted(Entry entry) {
        List<String> all = entry.texts("gold_all");
        List<String> golds = all.isEmpty() ? entry.texts("answers") : all;
        List<String> telling = golds.stream()
                .filter(gold -> !NormalText.of(gold).isEmpty())
                .distinct()
                .toList();
        return telling.isEmpty() && !golds.isEmpty() ? List.of("") : telling;
    }

    private static Map<String, Set<String>> relevant(Path folder) {
        Map<String, Set<String>> relevant = new HashMap<>();
        SetFile.find(folder, JUDGEMENTS)
                .ifPresent(file -> file.forEachLine((line, place) -> {
                    String[] columns = line.split("\t", -1);
                    if (!columns[0].equals(JUDGEMENTS_HEADER) && isRelevant(columns, place)) {
                        relevant.computeIfAbsent(columns[0], id -> new HashSet<>())
                                .add(columns[1]);
                    }
                }));
        return relevant;
    }

    private static boolean isRelevant(String[] columns, SetFile.Place place) {
        if (columns.length != 3) {
            throw place.broken("must have 3 columns (query-id, corpus-id, score), got " + columns.length);
        }
        try {
            return Integer.parseInt(columns[2].strip()) > 0;
        } catch (NumberFormatException e) {
            throw place.broken("'score' must be a whole number, got " + columns[2]);
        }
    }
}
