package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Hit;
import footnote.search.PassageQuery;
import footnote.search.PassageWriter;
import footnote.search.Ranking;
import footnote.testing.HashEmbedder;
import footnote.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    @TempDir
    Path path;

    private final AtomicInteger updates = new AtomicInteger();
    private final AtomicBoolean updating = new AtomicBoolean();
    private final AtomicBoolean overlapped = new AtomicBoolean();
    private WrittenFolder folder;
    private PassageWriter writer;
    private FolderWatch watch;

    @BeforeEach
    void open() {
        folder = new WrittenFolder(path.resolve("passages"));
        folder.write("bridge.txt", "The bridge was closed in spring.");
        writer = PassageWriter.open(path.resolve("index"), new HashEmbedder());
        PassageFolder source = folder.source();
        Ingestor ingestor = new Ingestor(source, PassageSplitter.usual(), writer);
        watch = FolderWatch.start(source, () -> update(ingestor));
    }

    @AfterEach
    void close() {
        watch.close();
        writer.close();
    }

    private void update(Ingestor ingestor) {
        overlapped.compareAndSet(false, !updating.compareAndSet(false, true));
        ingestor.update(Progress.SILENT);
        updates.incrementAndGet();
        updating.set(false);
    }

    @Test
    void followsWhatIsAddedChangedAndRemoved() {
        awaitFound("bridge closed spring");

        folder.write("deep/er/library.txt", "The library lends books.");
        awaitFound("library lends");

        folder.write("bridge.txt", "The bridge carries trams.");
        awaitFound("trams");
        assertThat(finds("spring")).isFalse();

        folder.delete("bridge.txt");
        assertThat(Patience.until(() -> !finds("bridge"))).isTrue();

        folder.write("deep/er/library.txt", "The library is a museum.");
        awaitFound("museum");
    }

    @Test
    void followsAFileThatIsSavedInPlaceOfAnotherWithTheSameSizeAndTime() throws IOException {
        awaitFound("spring");
        FileTime time = Files.getLastModifiedTime(folder.path().resolve("bridge.txt"));
        Path beside = path.resolve("saved");
        Files.writeString(beside, "The bridge was closed in autumn.");
        Files.setLastModifiedTime(beside, time);
        Files.move(beside, folder.path().resolve("bridge.txt"), StandardCopyOption.ATOMIC_MOVE);

        awaitFound("autumn");
    }

    @Test
    void readsAFileToItsEndHoweverSlowlyItIsWritten() throws IOException {
        awaitFound("bridge");
        Path slow = folder.path().resolve("slow.txt");
        Files.writeString(slow, "The ferry leaves ");
        awaitFound("ferry");
        Files.writeString(slow, "at noon.", StandardOpenOption.APPEND);

        awaitFound("ferry noon");
    }

    @Test
    void makesOneUpdateOfABurstAndNoneAtOnce() {
        awaitFound("bridge");
        int before = updates.get();
        for (int file = 0; file < 500; file++) {
            folder.write("many/" + file + ".txt", "Report number " + file + " of the harbour.");
        }

        assertThat(Patience.until(() -> writer.index().state().documents() == 501))
                .isTrue();
        assertThat(updates.get() - before).isLessThan(100);
        assertThat(overlapped).isFalse();
    }

    @Test
    void keepsTheIndexWhileTheFolderIsAwayAndFollowsItWhenItIsBack() throws IOException {
        awaitFound("bridge");
        Path away = path.resolve("away");
        Files.move(folder.path(), away);
        Files.writeString(away.resolve("ferry.txt"), "The ferry leaves at noon.");
        assertThat(finds("bridge")).isTrue();
        Files.move(away, folder.path());

        awaitFound("ferry");
        assertThat(finds("bridge")).isTrue();
    }

    @Test
    void makesNoUpdateOnceItIsClosed() {
        awaitFound("bridge");
        watch.close();
        int before = updates.get();
        folder.write("late.txt", "Too late.");

        assertThat(updates).hasValue(before);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("folder"));
    }

    private void awaitFound(String words) {
        assertThat(Patience.until(() -> finds(words))).as(words).isTrue();
    }

    private boolean finds(String words) {
        return writer.index().search(new PassageQuery(words, null, null, null, 5, Ranking.keywordOnly())).stream()
                .map(Hit::passage)
                .anyMatch(passage -> Stream.of(words.split(" ", -1))
                        .allMatch(word -> passage.text().contains(word)));
    }
}
