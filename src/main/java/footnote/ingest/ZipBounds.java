package footnote.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** How much an archive may unpack to. Its own word for that is not believed: what is inside is unpacked and counted. */
final class ZipBounds {
    static final long MOST_BYTES = 128L << 20;
    private static final int MOST_ENTRIES = 10_000;

    private ZipBounds() {}

    static void check(Path file) throws IOException, UnreadableFile {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new UnreadableFile("holds more than " + MOST_ENTRIES + " parts (" + zip.size() + ")");
            }
            byte[] buffer = new byte[1 << 16];
            long left = MOST_BYTES;
            for (ZipEntry entry :
                    List.copyOf(zip.stream().map(ZipEntry.class::cast).toList())) {
                left = afterReading(zip.getInputStream(entry), buffer, left);
            }
        } catch (ZipException e) {
            throw new UnreadableFile("broken inside", e);
        }
    }

    private static long afterReading(InputStream part, byte[] buffer, long most) throws IOException, UnreadableFile {
        long left = most;
        try (part) {
            for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new UnreadableFile("unpacks to more than " + (MOST_BYTES >> 20) + " MiB");
                }
            }
        }
        return left;
    }
}
