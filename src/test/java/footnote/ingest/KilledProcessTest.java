package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.domain.Document;
import footnote.domain.Hit;
import footnote.domain.IndexState;
import footnote.search.PassageIndex;
import footnote.search.PassageIndex.IndexedDocument;
import footnote.search.PassageIndex.Listed;
import footnote.search.PassageQuery;
import footnote.search.PassageWriter;
import footnote.search.Ranking;
import footnote.testing.HashEmbedder;
import footnote.testing.IndexingProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they index, one after the other over the same index and a folder that goes on changing. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KilledProcessTest {
    private static final int KILLS = 20;
    private static final int MOST_RUNS = 40;
    private static final int FILES = 300;
    private static final int EVERY = 100_000;

    @TempDir
    Path path;

    private final Random random = new Random(17);
    private final PassageSplitter splitter = IndexingProcess.splitter();
    private final Map<String, Set<String>> versions = new HashMap<>();
    private final Set<String> present = new TreeSet<>();
    private WrittenFolder folder;
    private Path data;
    private long generation;
    private int written;

    @BeforeEach
    void write() throws Exception {
        folder = new WrittenFolder(path.resolve("passages"));
        data = path.resolve("index");
        for (int number = 0; number < FILES; number++) {
            writeVersion("file-%03d.txt".formatted(number));
        }
    }

    @Test
    void anIndexWhoseWriterIsKilledAgainAndAgainIsWholeAndIsCompletedInTheEnd() throws Exception {
        int kills = 0;
        for (int run = 0; run < MOST_RUNS && kills < KILLS; run++) {
            Moment moment = Moment.values()[run % (Moment.values().length - 1)];
            kills += killedAt(moment, 1 + random.nextInt(moment.latest)) ? 1 : 0;
            assertWhole();
            changeTheFolder();
        }
        assertThat(kills).isEqualTo(KILLS);

        assertThat(killedAt(Moment.NEVER, 1)).isFalse();
        assertSameAsNeverKilled();
    }

    private void changeTheFolder() throws Exception {
        List<String> names = new ArrayList<>(present);
        for (int change = 0; change < 60; change++) {
            writeVersion(names.get(random.nextInt(names.size())));
        }
        for (int change = 0; change < 5; change++) {
            String gone = names.remove(random.nextInt(names.size()));
            folder.delete(gone);
            present.remove(gone);
            writeVersion("late-%05d.txt".formatted(written));
        }
    }

    private void writeVersion(String name) throws Exception {
        StringBuilder text = new StringBuilder("This is version " + written++ + " of " + name + ".");
        for (int sentence = 10 + random.nextInt(20); sentence > 0; sentence--) {
            text.append(" The ").append(word()).append(' ').append(word()).append(" meets the ");
            text.append(word()).append(" at the ").append(word()).append(" weir.");
        }
        Document document = folder.read(name, text.toString());
        versions.computeIfAbsent(document.id(), id -> new HashSet<>()).add(document.text());
        present.add(name);
    }

    private String word() {
        return "w" + random.nextInt(500);
    }

    /** Whether the process was killed before it was done. */
    private boolean killedAt(Moment moment, int time) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IndexingProcess.class.getName(),
                        folder.path().toString(),
                        data.toString())
                .redirectError(path.resolve("errors.txt").toFile())
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Watch watch = new Watch(moment, time);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                generation = Math.max(generation, Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)));
                if (watch.reached(line, process)) {
                    break;
                }
            }
        } finally {
            process.destroyForcibly();
        }
        int code = process.waitFor();
        assertThat(code == 0 || moment != Moment.NEVER)
                .as(Files.readString(path.resolve("errors.txt")))
                .isTrue();
        return code != 0;
    }

    private void assertWhole() {
        try (PassageIndex index = PassageIndex.open(data, new HashEmbedder())) {
            IndexState state = index.state();
            assertThat(state.generation()).isGreaterThanOrEqualTo(generation);
            generation = state.generation();
            List<Listed> listed = index.documents(0, EVERY);
            assertThat(listed).extracting(one -> one.document().id()).doesNotHaveDuplicates();
            assertThat(listed).hasSize(state.documents());
            assertThat(listed.stream().mapToInt(Listed::passages).sum()).isEqualTo(state.passages());
            for (Listed one : listed) {
                assertWhole(index.document(one.document().id()).orElseThrow(), one.passages());
            }
        } catch (UncheckedIOException e) {
            assertThat(generation).as(e.getMessage()).isZero();
        }
    }

    private void assertWhole(IndexedDocument found, int passages) {
        assertThat(versions.get(found.document().id()))
                .contains(found.document().text());
        assertThat(found.passages()).hasSize(passages).isEqualTo(splitter.passages(found.document()));
    }

    private void assertSameAsNeverKilled() throws InterruptedException {
        HashEmbedder embedder = new HashEmbedder();
        try (ExecutorService workers = Executors.newFixedThreadPool(2);
                PassageWriter fresh = PassageWriter.open(path.resolve("fresh"), embedder);
                PassageIndex killed = PassageIndex.open(data, embedder)) {
            new Ingestor(new PassageFolder(folder.path(), splitter.name()), splitter, fresh).update(Progress.SILENT);
            new VectorPass(fresh, embedder, workers).run(Progress.SILENT);
            assertThat(killed.withoutVectors()).isEmpty();
            assertThat(documents(killed)).isEqualTo(documents(fresh.index())).hasSize(present.size());
            assertThat(killed.state().passages())
                    .isEqualTo(fresh.index().state().passages());
            for (String words : List.of("w1 w2 weir", "version 7", "w499 meets w3")) {
                assertThat(vectorScores(killed, words)).isEqualTo(vectorScores(fresh.index(), words));
            }
        }
    }

    private static List<IndexedDocument> documents(PassageIndex index) {
        return index.documents(0, EVERY).stream()
                .map(listed -> index.document(listed.document().id()).orElseThrow())
                .toList();
    }

    /** Every passage by its vector: asked for more than there are, the search leaves none out. */
    private static List<String> vectorScores(PassageIndex index, String words) {
        List<Hit> hits = index.search(new PassageQuery(words, null, null, null, EVERY, Ranking.vectorOnly()));
        assertThat(hits).hasSize(index.state().passages());
        return hits.stream().map(hit -> hit.passage().id() + " " + hit.score()).toList();
    }

    /** What a process does when it is killed, and how often it can do so at most in one run. */
    private enum Moment {
        OPENING(1),
        READING(FILES),
        COMMITTING(1),
        EMBEDDING(6),
        WRITING_VECTORS(12),
        NEVER(1);

        private final int latest;

        Moment(int latest) {
            this.latest = latest;
        }
    }

    /** Knows when the moment has come for the so-many-th time. */
    private final class Watch {
        private final Moment moment;
        private int left;

        Watch(Moment moment, int time) {
            this.moment = moment;
            this.left = time;
        }

        boolean reached(String line, Process process) {
            return switch (moment) {
                case OPENING -> line.startsWith("opened ");
                case READING -> line.startsWith("reading ") && --left == 0;
                case COMMITTING -> line.startsWith("reading ") && isLast(line);
                case EMBEDDING -> line.startsWith("embedding ") && --left == 0;
                case WRITING_VECTORS -> line.startsWith("embedding ") && hasWritten(process);
                case NEVER -> false;
            };
        }

        private static boolean isLast(String line) {
            String[] words = line.split(" ", -1);
            return words[1].equals(words[2]);
        }

        private boolean hasWritten(Process process) {
            Collection<String> before = files();
            while (left > 0 && process.isAlive()) {
                Collection<String> now = files();
                left -= now.containsAll(before) && before.containsAll(now) ? 0 : 1;
                before = now;
            }
            return true;
        }

        private Set<String> files() {
            try (Stream<Path> files = Files.list(data)) {
                return files.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
