package footnote.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.domain.Document;
import footnote.domain.InvalidValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionSetTest {
    private static final String QUESTION = """
            {"id": "q1", "question": "Where?", "answers": ["Geneva", "the"], "answerable": true, "passages": ["d1"]}
            """;

    @TempDir
    Path parent;

    Path folder;

    @BeforeEach
    void writeATinySet() throws IOException {
        folder = Files.createDirectory(parent.resolve("tiny"));
        write("corpus.jsonl", """
                {"id": "d1", "title": "Talks", "date": "2021-12-30", "source": "AP", "url": "", "text": "In Geneva."}

                {"id": "d2", "title": "", "date": "", "source": "", "url": "", "text": "Snow."}
                """);
        write("questions.jsonl", QUESTION);
    }

    @Test
    void readsDocumentsWithWhatIsKnownOfThem() {
        QuestionSet set = QuestionSet.read(folder);

        assertThat(set.name()).isEqualTo("tiny");
        assertThat(set.documents()).extracting(Document::id).containsExactly("d1", "d2");
        assertThat(set.documents().getFirst())
                .returns("Talks", Document::title)
                .returns(LocalDate.of(2021, 12, 30), Document::date)
                .returns("AP", Document::source)
                .returns(null, Document::url)
                .returns("In Geneva.", Document::text);
        assertThat(set.documents().getLast().date()).isNull();
    }

    @Test
    void readsQuestionsAndDropsGoldsOfNothing() {
        LabelledQuestion question = QuestionSet.read(folder).questions().getFirst();

        assertThat(question.golds()).containsExactly("Geneva");
        assertThat(question.given()).containsExactly("d1");
        assertThat(question.relevant()).isEmpty();
        assertThat(question.canBeScored()).isTrue();
    }

    @Test
    void readsTheExtrasOfTheSets() throws IOException {
        write("questions.jsonl", """
                {"id": "q1", "question": "Where?", "answers": ["x"], "gold_all": ["a b", "a b", "c"], "answerable": true, \
                "passages": ["d1"], "question_date": "2022-06-16", "support": "In Geneva.", "fake_answer": "Bern", \
                "type": "fact", "choices": [1], "evidence": {"any": "shape"}, "context": ["d2", "d1"]}
                {"id": "q2", "question": "Who?", "answers": [], "answerable": false, "passages": [], \
                "withheld_answers": ["Ann", "Bob"]}
                """);
        List<LabelledQuestion> questions = QuestionSet.read(folder).questions();

        assertThat(questions.getFirst())
                .returns(List.of("a b", "c"), LabelledQuestion::golds)
                .returns(LocalDate.of(2022, 6, 16), LabelledQuestion::date)
                .returns(List.of("In Geneva."), LabelledQuestion::support)
                .returns(List.of("Bern"), LabelledQuestion::forbidden)
                .returns(List.of("d2", "d1"), LabelledQuestion::given)
                .returns("fact", LabelledQuestion::type);
        assertThat(questions.getLast())
                .returns(List.of(""), LabelledQuestion::golds)
                .returns(List.of("Ann", "Bob"), LabelledQuestion::forbidden)
                .returns(true, LabelledQuestion::canBeScored);
    }

    @Test
    void cannotScoreAnAnswerableQuestionWithoutAnswersButOneWhoseAnswersSayNothing() throws IOException {
        write("questions.jsonl", """
                {"id": "q1", "question": "topic", "answers": [], "answerable": true}
                {"id": "q2", "question": "article?", "answers": ["a", "the"], "answerable": true}
                """);
        List<LabelledQuestion> questions = QuestionSet.read(folder).questions();

        assertThat(questions.getFirst().canBeScored()).isFalse();
        assertThat(questions.getLast().golds()).containsExactly("");
    }

    @Test
    void readsJudgementsAndLeavesOutWhatIsNotRelevant() throws IOException {
        write("qrels.tsv", "query-id\tcorpus-id\tscore\nq1\td2\t1\nq1\td1\t0\nother\td1\t1\n");

        assertThat(QuestionSet.read(folder).questions().getFirst().relevant()).containsExactly("d2");
    }

    @Test
    void readsGzippedFilesToo() throws IOException {
        byte[] plain = Files.readAllBytes(folder.resolve("corpus.jsonl"));
        Files.delete(folder.resolve("corpus.jsonl"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("corpus.jsonl.gz")))) {
            out.write(plain);
        }

        assertThat(QuestionSet.read(folder).documents()).hasSize(2);
    }

    @Test
    void takesTheFirstQuestionsOnly() throws IOException {
        write("questions.jsonl", QUESTION + QUESTION.replace("q1", "q2"));
        QuestionSet set = QuestionSet.read(folder);

        assertThat(set.first(1).questions()).extracting(LabelledQuestion::id).containsExactly("q1");
        assertThat(set.first(9).questions()).hasSize(2);
        assertThatThrownBy(() -> set.first(0)).isInstanceOf(InvalidValue.class).hasMessage("must be at least 1, got 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [1]                                                    | must be a JSON object, got [1]
                    {"id": "q"                                             | must be one JSON object, got {"id": "q"
                    {"id": "q", "question": "x"}                           | 'answerable' must be true or false, got
                    {"id": "q", "question": "x", "answerable": "yes"}      | 'answerable' must be true or false, got "yes"
                    {"question": "x", "answerable": true}                  | 'id' must be a text that is not blank
                    {"id": 7, "question": "x", "answerable": true}         | 'id' must be text, got 7
                    {"id": "q", "question": " ", "answerable": true}       | 'question' must be a text that is not blank
                    {"id": "q", "question": "x\\u0000", "answerable": true} | 'question' must not contain control characters
                    {"id": "q", "question": "x", "answerable": true, "answers": [1]} | 'answers' must be text, got 1
                    {"id": "q", "question": "x", "answerable": true, "question_date": "16 June"} | must be a date like
                    {"id": "q1", "question": "x", "answerable": true}      | 'id' must not occur twice, got q1 again
                    """)
    void namesTheFileTheLineAndTheRuleOfABrokenQuestion(String line, String rule) throws IOException {
        write("questions.jsonl", QUESTION + "\n" + line);

        assertRefused(() -> QuestionSet.read(folder), "questions.jsonl, line 3: ", rule);
    }

    @Test
    void namesTheLineOfABrokenDocument() throws IOException {
        write("corpus.jsonl", "{\"id\": \"d1\", \"title\": \"t\", \"date\": \"2021-13-30\", \"text\": \"x\"}");

        assertRefused(() -> QuestionSet.read(folder), "corpus.jsonl, line 1: 'date' must be", "got 2021-13-30");
    }

    @Test
    void namesTheLineOfABrokenJudgement() throws IOException {
        write("qrels.tsv", "query-id\tcorpus-id\tscore\nq1 d1 1\n");
        assertRefused(() -> QuestionSet.read(folder), "qrels.tsv, line 2: must have 3 columns", "got 1");

        write("qrels.tsv", "q1\td1\tyes\n");
        assertRefused(() -> QuestionSet.read(folder), "qrels.tsv, line 1: 'score' must be a whole number", "yes");
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        Files.delete(folder.resolve("corpus.jsonl"));

        assertRefused(() -> QuestionSet.read(folder), "must hold corpus.jsonl or corpus.jsonl.gz", folder.toString());
        assertRefused(
                () -> QuestionSet.read(parent.resolve("nowhere")), "must be a folder with a question set", "nowhere");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Files.write(folder.resolve("questions.jsonl"), new byte[] {'{', (byte) 0xC3, (byte) 0x28});

        assertRefused(() -> QuestionSet.read(folder), "questions.jsonl, after line 0", "UTF-8");
    }

    private static void assertRefused(ThrowingCallable reading, String... parts) {
        assertThatThrownBy(reading).isInstanceOf(InvalidValue.class).hasMessageContainingAll(parts);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
