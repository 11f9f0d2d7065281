package footnote.eval;

import footnote.domain.Document;
import footnote.domain.InvalidValue;
import java.nio.file.Path;
import java.util.List;

/**
 * Questions whose answers are known, and the documents that they are asked of.
 *
 * @param name the name of the set's folder
 * @param documents the corpus, in its file's order
 * @param questions in their file's order
 */
public record QuestionSet(String name, List<Document> documents, List<LabelledQuestion> questions) {
    public QuestionSet {
        documents = List.copyOf(documents);
        questions = List.copyOf(questions);
    }

    /**
     * Reads {@code corpus.jsonl}, {@code questions.jsonl} and, if it is there, {@code qrels.tsv}, each plain or gzipped.
     *
     * @throws InvalidValue if a file is missing or breaks the format; the message names the file and the line
     */
    public static QuestionSet read(Path folder) {
        return QuestionSetReader.read(folder);
    }

    /** The same set with its first questions only. */
    public QuestionSet first(int count) {
        if (count < 1) {
            throw new InvalidValue("--questions", "must be at least 1, got " + count);
        }
        return new QuestionSet(name, documents, questions.subList(0, Math.min(count, questions.size())));
    }
}
