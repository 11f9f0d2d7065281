package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Document;
import footnote.domain.Question;
import footnote.search.PassageWriter;
import footnote.search.Ranking;
import footnote.testing.HashEmbedder;
import footnote.testing.TinyCorpus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimedSearchTest {
    private static final LocalDate TODAY = LocalDate.of(2022, 6, 15);

    @TempDir
    Path folder;

    private PassageWriter writer;

    @BeforeEach
    void write() {
        writer = PassageWriter.open(folder, new HashEmbedder());
        write("march", LocalDate.of(2022, 3, 10));
        write("may", LocalDate.of(2022, 5, 10));
        write("june", LocalDate.of(2022, 6, 14));
        write("undated", null);
        writer.commit();
    }

    @AfterEach
    void close() {
        writer.close();
    }

    private void write(String id, @Nullable LocalDate date) {
        Document document = TinyCorpus.document(id, "Ferry fares", date, "The ferry fare was raised again.");
        writer.replace(document, TinyCorpus.passages(document), List.of());
    }

    @Test
    void prefersTheNewestWhereTheQuestionAsksForTheLatest() {
        assertThat(documents(search("What is the latest ferry fare?"))).first().isEqualTo("june");
    }

    @Test
    void keepsToTheDocumentsThatTheQuestionDates() {
        TimedSearch.Found found = search("What do articles from May 2022 say about the ferry fare?");

        assertThat(documents(found)).containsExactly("may");
        assertThat(found.time()).isNotNull().satisfies(time -> {
            assertThat(time.from()).isEqualTo("2022-05-01");
            assertThat(time.to()).isEqualTo("2022-05-31");
        });
        assertThat(found.notice()).isNull();
    }

    @Test
    void widensATimeThatLeavesNothingAndSaysSo() {
        TimedSearch.Found found = search("What do articles from January 1999 say about the ferry fare?");

        assertThat(found.hits()).isNotEmpty();
        assertThat(found.notice()).contains("1999").contains("passages of any date were read");
    }

    @Test
    void holdsToTheAskersOwnBoundsEvenIfTheyLeaveNothing() {
        LocalDate day = LocalDate.of(2000, 1, 1);
        Question bounded = new Question("latest ferry fare", List.of(), day, day, TODAY, 8);

        assertThat(new TimedSearch(writer.index(), Ranking.keywordOnly())
                        .search(bounded, 5)
                        .hits())
                .isEmpty();
    }

    private TimedSearch.Found search(String question) {
        return new TimedSearch(writer.index(), Ranking.keywordOnly()).search(Question.of(question, TODAY), 5);
    }

    private static List<String> documents(TimedSearch.Found found) {
        return found.hits().stream().map(hit -> hit.passage().document()).toList();
    }
}
