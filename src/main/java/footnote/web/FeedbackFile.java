package footnote.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What people think of answers, whichever way they say it: one JSON object a line. Threads may share it. */
public final class FeedbackFile {
    private final Path file;
    private final Lock writing = new ReentrantLock();

    FeedbackFile(Path file) {
        this.file = file;
    }

    /**
     * Keeps a judgement; when it returns, the judgement is on disk.
     *
     * @param id of the answer
     * @param comment null if there is none
     */
    public void keep(String id, boolean good, @Nullable String comment) {
        byte[] json = Json.bytes(new Feedback(Instant.now(), id, good ? "up" : "down", comment));
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        writing.lock();
        try (FileChannel channel = open()) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("feedback can't be kept", e);
        } finally {
            writing.unlock();
        }
    }

    private FileChannel open() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private record Feedback(
            Instant time,
            String id,
            String verdict,
            @Nullable String comment) {}
}
