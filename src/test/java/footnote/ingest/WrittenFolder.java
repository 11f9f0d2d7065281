package footnote.ingest;

import footnote.domain.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of passages that a test writes, and what is read out of it. */
record WrittenFolder(Path path) {
    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void write(String name, byte[] bytes) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PassageFolder source() {
        return new PassageFolder(path, "test");
    }

    List<String> names() {
        return source().items().stream().map(DocumentSource.Item::name).toList();
    }

    /** Writes a file and reads it as a document. */
    Document read(String name, String text) throws IOException, UnreadableFile {
        write(name, text);
        return read(name);
    }

    Document read(String name) throws IOException, UnreadableFile {
        PassageFolder source = source();
        try {
            return item(name, source).document();
        } finally {
            source.rest();
        }
    }

    DocumentSource.Item item(String name) {
        return item(name, source());
    }

    private static DocumentSource.Item item(String name, PassageFolder source) {
        return source.items().stream()
                .filter(item -> item.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
