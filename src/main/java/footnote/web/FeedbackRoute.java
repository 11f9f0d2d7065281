package footnote.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/feedback}: what people think of an answer, on disk before the reply goes out. */
final class FeedbackRoute {
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_COMMENT = 2_000;

    private final Path file;
    private final Lock writing = new ReentrantLock();

    FeedbackRoute(Path file) {
        this.file = file;
    }

    void take(Context ctx) throws IOException {
        Fields fields = JsonBody.read(ctx);
        String id = fields.text("id");
        String verdict = fields.word("verdict", "up", "down");
        String comment = fields.textIfGiven("comment");
        if (id.length() > LONGEST_ID) {
            fields.fault("id", "must have at most " + LONGEST_ID + " characters, got " + id.length());
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            fields.fault("comment", "must have at most " + LONGEST_COMMENT + " characters, got " + comment.length());
        }
        fields.check();
        keep(new Feedback(Instant.now(), id, verdict, comment));
        ctx.status(204);
    }

    private void keep(Feedback feedback) throws IOException {
        byte[] json = Json.bytes(feedback);
        ByteBuffer line =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        writing.lock();
        try (FileChannel channel = open()) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
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
