package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Hit;
import footnote.domain.IndexState;
import footnote.ingest.IngestReport.Skipped;
import footnote.search.PassageQuery;
import footnote.search.PassageWriter;
import footnote.search.Ranking;
import footnote.testing.HashEmbedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestorTest {
    @TempDir
    Path path;

    private WrittenFolder folder;
    private PassageWriter writer;

    @BeforeEach
    void open() {
        folder = new WrittenFolder(path.resolve("passages"));
        folder.write("bridge.txt", "The bridge was closed in spring.");
        folder.write("library.md", "# Library\n\nThe library lends books.");
        writer = PassageWriter.open(path.resolve("index"), new HashEmbedder());
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void addsWhatIsNew() {
        assertThat(update()).isEqualTo(new IngestReport(2, 0, 0, 0, List.of()));
        assertThat(found("bridge closed")).containsExactly("The bridge was closed in spring.");
        assertThat(found("library")).containsExactly("The library lends books.");
    }

    @Test
    void leavesAloneWhatIsUnchanged() {
        update();
        IndexState before = writer.index().state();

        IngestReport again = update();

        assertThat(again).isEqualTo(new IngestReport(0, 0, 0, 2, List.of()));
        assertThat(again.changedAnything()).isFalse();
        assertThat(writer.index().state()).isEqualTo(before);
    }

    @Test
    void replacesWhatChanged() {
        update();
        folder.write("bridge.txt", "The bridge is open to trams.");

        assertThat(update()).isEqualTo(new IngestReport(0, 1, 0, 1, List.of()));
        assertThat(found("closed spring")).isEmpty();
        assertThat(found("bridge")).containsExactly("The bridge is open to trams.");
    }

    @Test
    void forgetsWhatIsGone() {
        update();
        folder.delete("bridge.txt");

        assertThat(update()).isEqualTo(new IngestReport(0, 0, 1, 1, List.of()));
        assertThat(found("bridge")).isEmpty();
        assertThat(writer.index().state().documents()).isEqualTo(1);
    }

    @Test
    void takesARenamedFileForAnother() {
        update();
        folder.delete("bridge.txt");
        folder.write("bridges/old.txt", "The bridge was closed in spring.");

        assertThat(update()).isEqualTo(new IngestReport(1, 0, 1, 1, List.of()));
        assertThat(found("bridge")).hasSize(1);
    }

    @Test
    void forgetsWhatCanNoLongerBeRead() {
        update();
        folder.write("bridge.txt", "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(update())
                .isEqualTo(new IngestReport(0, 0, 1, 1, List.of(new Skipped("bridge.txt", "not a text in UTF-8"))));
        assertThat(found("bridge")).isEmpty();
    }

    @Test
    void readsOnAfterEveryHostileFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/hostile"))) {
            for (Path file : files.toList()) {
                folder.write("a/" + file.getFileName(), Files.readAllBytes(file));
            }
        }

        IngestReport report = update();

        assertThat(report.skipped()).hasSizeGreaterThanOrEqualTo(8).allSatisfy(skipped -> assertThat(skipped.reason())
                .isNotBlank());
        assertThat(found("bridge")).hasSize(1);
        assertThat(found("library")).hasSize(1);
    }

    @Test
    void skipsAFileWhoseReaderFails() {
        DocumentSource source = () -> {
            List<DocumentSource.Item> items = new ArrayList<>(folder.source().items());
            items.addFirst(new BrokenItem());
            return items;
        };

        IngestReport report = new Ingestor(source, PassageSplitter.usual(), writer).update(Progress.SILENT);

        assertThat(report)
                .isEqualTo(new IngestReport(
                        2, 0, 0, 0, List.of(new Skipped("broken", "can't be read (IllegalStateException)"))));
    }

    @Test
    void readsOnAfterFilesThatBreakTheirReader() {
        long before = ProcessHandle.current().children().count();
        folder.write("a.pdf", "%PDF-1.7 and no more");
        folder.write("b.docx", "PK\3\4 and no more");
        folder.write("c.html", "<title>Weir</title><p>The weir was mended.");

        assertThat(update().skipped()).extracting(Skipped::name).containsExactly("a.pdf", "b.docx");
        assertThat(found("weir")).containsExactly("The weir was mended.");
        assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
    }

    @Test
    void tellsHowFarItIs() {
        List<String> heard = new ArrayList<>();

        new Ingestor(folder.source(), PassageSplitter.usual(), writer)
                .update((step, done, total) -> heard.add(step + " " + done + " of " + total));

        assertThat(heard).containsExactly("reading 1 of 2", "reading 2 of 2");
    }

    @Test
    void commitsWhenItIsDone() {
        update();
        writer.close();

        writer = PassageWriter.open(path.resolve("index"), new HashEmbedder());

        assertThat(writer.index().state()).isEqualTo(new IndexState(1, 2, 2));
    }

    private IngestReport update() {
        return new Ingestor(folder.source(), PassageSplitter.usual(), writer).update(Progress.SILENT);
    }

    private List<String> found(String words) {
        return writer.index().search(new PassageQuery(words, null, null, null, 10, Ranking.keywordOnly())).stream()
                .map(Hit::passage)
                .map(passage -> passage.text())
                .toList();
    }

    private record BrokenItem() implements DocumentSource.Item {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String id() {
            return "broken";
        }

        @Override
        public String fingerprint() {
            return "broken";
        }

        @Override
        public footnote.domain.Document document() {
            throw new IllegalStateException("a fault of a parser");
        }
    }
}
