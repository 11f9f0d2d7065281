package footnote.ingest;

import footnote.domain.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The folder that people put their documents in, at any depth. Hidden files and folders are not looked at, and links are
 * not followed, so that nothing outside the folder is ever read. A file that has not changed is read only once. One thread at a
 * time.
 */
public final class PassageFolder implements DocumentSource {
    private final Path folder;
    private final String splitter;
    private final Confinement confinement = Confinement.usual();
    private final FileMemory memory = new FileMemory();

    /** @param splitter {@link PassageSplitter#name()}, part of every fingerprint */
    public PassageFolder(Path folder, String splitter) {
        this.folder = folder;
        this.splitter = splitter;
    }

    @Override
    public List<Item> items() {
        List<Item> items = walk();
        memory.keep(items.stream().map(Item::name).collect(Collectors.toSet()));
        return items;
    }

    /** Differs from an earlier listing where a file was added, changed or removed. Reads no file. */
    Map<String, FileMemory.Stamp> listing() {
        Map<String, FileMemory.Stamp> listing = new HashMap<>();
        for (Item item : walk()) {
            if (item instanceof FileItem file) {
                listing.put(file.name(), file.stamp);
            }
        }
        return listing;
    }

    Path folder() {
        return folder;
    }

    private List<Item> walk() {
        List<Item> items = new ArrayList<>();
        try {
            Path root = folder.toRealPath(); // it may be a link itself; those inside it are not followed
            Files.walkFileTree(root, new Walk(root, items));
        } catch (IOException e) {
            throw new UncheckedIOException("the passages' folder can't be read: " + folder, e);
        }
        items.sort(Comparator.comparing(Item::name));
        return List.copyOf(items);
    }

    @Override
    public void rest() {
        confinement.close();
    }

    /** Whether a file or folder inside is left alone. */
    static boolean isHidden(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().startsWith(".");
    }

    private static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Item> items;

        Walk(Path root, List<Item> items) {
            this.root = root;
            this.items = items;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            return !visited.equals(root) && isHidden(visited) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file)) {
                items.add(new FileItem(named(file), FileMemory.Stamp.of(attributes)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (file.equals(root)) {
                throw fault;
            }
            if (!isHidden(file)) {
                items.add(new ClosedItem(named(file), fault));
            }
            return FileVisitResult.CONTINUE;
        }

        private SourceFile named(Path file) {
            return new SourceFile(file, root.relativize(file).toString().replace('\\', '/'));
        }
    }

    /** A file or folder that the walk could not look into. */
    private record ClosedItem(SourceFile file, IOException fault) implements Item {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public String id() {
            return file.id();
        }

        @Override
        public String fingerprint() throws IOException {
            throw fault;
        }

        @Override
        public Document document() throws IOException {
            throw fault;
        }
    }

    private final class FileItem implements Item {
        private final SourceFile file;
        private final FileMemory.Stamp stamp;

        FileItem(SourceFile file, FileMemory.Stamp stamp) {
            this.file = file;
            this.stamp = stamp;
        }

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public String id() {
            return file.id();
        }

        @Override
        public String fingerprint() throws IOException, UnreadableFile {
            int version = DocumentReader.of(file).version();
            return memory.fingerprint(
                    file.name(), stamp, () -> version + "-" + splitter + "-" + SourceFile.hash(file.bytes()));
        }

        @Override
        public Document document() throws IOException, UnreadableFile {
            String fingerprint = fingerprint();
            DocumentReader.Content content = content(fingerprint);
            Particulars known = content.particulars()
                    .or(Particulars.ofName(file.bareName()))
                    .orTitle(file.bareName());
            return new Document(
                    file.id(),
                    String.valueOf(known.title()),
                    known.date(),
                    known.source(),
                    known.url(),
                    content.text(),
                    content.headings(),
                    fingerprint);
        }

        private DocumentReader.Content content(String fingerprint) throws IOException, UnreadableFile {
            memory.checkRefused(file.name(), fingerprint);
            try {
                return content();
            } catch (UnreadableFile e) {
                memory.refuse(file.name(), fingerprint, e.reason());
                throw e;
            }
        }

        private DocumentReader.Content content() throws IOException, UnreadableFile {
            DocumentReader reader = DocumentReader.of(file);
            DocumentReader.Content content = reader.isConfined() ? confinement.read(file) : reader.read(file);
            if (content.text().codePoints().allMatch(PassageFolder::isBlank)) {
                throw new UnreadableFile("holds no text");
            }
            return content;
        }
    }
}
