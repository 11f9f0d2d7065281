package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import footnote.domain.Document;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageFolderTest {
    private static final Path HOSTILE = Path.of("src/test/resources/hostile");

    @TempDir
    Path path;

    private WrittenFolder folder;

    @BeforeEach
    void open() {
        folder = new WrittenFolder(path.resolve("passages"));
        folder.write("b.txt", "Second.");
    }

    @Test
    void listsEveryFileAtAnyDepthByName() {
        folder.write("c/d/deep.md", "Deep.");
        folder.write("a.txt", "First.");
        folder.write("c.txt", "Third.");

        assertThat(folder.names()).containsExactly("a.txt", "b.txt", "c.txt", "c/d/deep.md");
    }

    @Test
    void looksAtNothingHidden() {
        folder.write(".env", "SECRET=1");
        folder.write(".git/notes.md", "No.");
        folder.write("c/.drafts/d.md", "No.");

        assertThat(folder.names()).containsExactly("b.txt");
    }

    @Test
    void mayItselfBeHidden() {
        WrittenFolder hidden = new WrittenFolder(path.resolve(".notes"));
        hidden.write("a.txt", "First.");

        assertThat(hidden.names()).containsExactly("a.txt");
    }

    @Test
    void followsNoLinkInsideIt() throws IOException {
        new WrittenFolder(path.resolve("outside")).write("secret.txt", "Secret.");
        Files.createSymbolicLink(folder.path().resolve("file.txt"), path.resolve("outside/secret.txt"));
        Files.createSymbolicLink(folder.path().resolve("folder"), path.resolve("outside"));
        Files.createSymbolicLink(folder.path().resolve("loop"), folder.path());

        assertThat(folder.names()).containsExactly("b.txt");
    }

    @Test
    void mayItselfBeALink() throws Exception {
        WrittenFolder link = new WrittenFolder(Files.createSymbolicLink(path.resolve("link"), folder.path()));

        assertThat(link.names()).containsExactly("b.txt");
        assertThat(link.read("b.txt")).isEqualTo(folder.read("b.txt"));
    }

    @Test
    void saysWhichFolderIsMissing() {
        PassageFolder missing = new PassageFolder(path.resolve("missing"), "test");

        assertThatThrownBy(missing::items)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void givesEachNameAnIdOfItsOwnThatIsSafeInAnAddress() {
        List<String> names =
                List.of("a b.txt", "a-b.txt", "A_B.txt", "ä.txt", "日本.md", "a/b.txt", "x".repeat(200) + ".md");
        names.forEach(name -> folder.write(name, "Text."));

        List<String> ids =
                folder.source().items().stream().map(DocumentSource.Item::id).toList();

        assertThat(ids).hasSize(names.size() + 1).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9-]{1,80}"));
    }

    @Test
    void readsTheSameTextInEachEncodingThatSaysWhatItIs() throws Exception {
        String text = "The café at the weir — 日本 😀.";
        folder.write("plain.txt", text);
        folder.write("mark.txt", "\uFEFF" + text);
        folder.write("big.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
        folder.write("little.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));

        for (String name : List.of("plain.txt", "mark.txt", "big.txt", "little.txt")) {
            assertThat(folder.read(name).text()).as(name).isEqualTo(text);
        }
    }

    @Test
    void readsFrontMatterBehindAByteOrderMark() throws Exception {
        assertThat(folder.read("mark.md", "\uFEFF---\ntitle: Weir\n---\nText.").title())
                .isEqualTo("Weir");
    }

    @Test
    void knowsAnEndingInCapitals() throws Exception {
        assertThat(folder.read("NOTE.TXT", "Text.").text()).isEqualTo("Text.");
        assertThat(folder.read("NOTE.MD", "*Text.*").text()).isEqualTo("Text.");
    }

    @ParameterizedTest
    @CsvSource({
        "latin-1.txt, not a text in UTF-8",
        "half-a-pair-utf-16.txt, not a text in UTF-8",
        "zero-character.txt, not a text (it holds a zero character)",
        "picture.png, not a format that Footnote reads",
        "no-ending, not a format that Footnote reads",
        "blank.txt, holds no text",
        "front-matter-alone.md, holds no text",
        "html-alone.md, holds no text",
    })
    void saysWhyAFileIsNoDocument(String name, String reason) throws IOException {
        folder.write(name, Files.readAllBytes(HOSTILE.resolve(name)));

        assertThatThrownBy(() -> folder.read(name))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining(reason);
    }

    @Test
    void readsNoFileOfAbsurdSize() throws IOException {
        try (RandomAccessFile large =
                new RandomAccessFile(folder.path().resolve("large.txt").toFile(), "rw")) {
            large.setLength(SourceFile.MOST_BYTES + 1);
        }

        assertThatThrownBy(() -> folder.item("large.txt").fingerprint())
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("larger than 32 MiB (33554433 bytes)");
    }

    @Test
    void namesTheFileOrFolderThatMayNotBeRead() throws IOException {
        Path closed = folder.path().resolve("closed");
        folder.write("closed/a.txt", "No.");
        folder.write("closed.txt", "No.");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(
                folder.path().resolve("closed.txt"), PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(closed), "root reads everything");

            assertThat(folder.names()).containsExactly("b.txt", "closed", "closed.txt");
            for (String name : List.of("closed", "closed.txt")) {
                assertThatThrownBy(() -> folder.item(name).fingerprint()).isInstanceOf(IOException.class);
            }
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.txt", "b.md"})
    void fingerprintsChangeWithTheBytesAlone(String name) throws Exception {
        folder.write(name, "Second.");
        String before = folder.item(name).fingerprint();
        folder.write(name, "Second.");
        String rewritten = folder.item(name).fingerprint();
        folder.write(name, "Second!");

        assertThat(rewritten).isEqualTo(before);
        assertThat(folder.item(name).fingerprint()).isNotEqualTo(before);
        assertThat(folder.read(name).fingerprint()).isEqualTo(folder.item(name).fingerprint());
    }

    @Test
    void fingerprintsChangeWithTheWayOfSplitting() throws Exception {
        Document one = folder.read("b.txt");
        Document other =
                new PassageFolder(folder.path(), "other").items().getFirst().document();

        assertThat(other.fingerprint()).isNotEqualTo(one.fingerprint());
    }
}
