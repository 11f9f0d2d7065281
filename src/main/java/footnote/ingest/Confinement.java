package footnote.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own for files whose formats can hide anything: bombs, loops, faults of a parser. It has little memory and
 * little time for each file; if it breaks, that file is skipped and the next one gets a new process. It starts with the
 * first file and ends with {@link #close()} or with this process. One thread at a time.
 */
final class Confinement implements AutoCloseable {
    private static final int OUT_OF_MEMORY = 3; // the exit code that the JVM defines for ExitOnOutOfMemoryError

    private final int megabytes;
    private final Duration patience;
    private @Nullable Running running;

    /**
     * @param megabytes of heap at most
     * @param patience with one file
     */
    Confinement(int megabytes, Duration patience) {
        this.megabytes = megabytes;
        this.patience = patience;
    }

    static Confinement usual() {
        return new Confinement(512, Duration.ofSeconds(30));
    }

    /** @throws UnreadableFile with the reason, also if reading took too much memory or time */
    DocumentReader.Content read(SourceFile file) throws UnreadableFile {
        try {
            return open().read(file);
        } catch (IOException e) {
            throw new UnreadableFile(close("can't be read, its reader broke off"), e);
        }
    }

    private Running open() throws IOException {
        if (running == null) {
            running = new Running(start());
        }
        return running;
    }

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                ConfinedProcess.class.getName());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public void close() {
        close("");
    }

    /** Ends the process, and says what it ended of; the usual reason if it says nothing. */
    private String close(String usual) {
        Running ended = running;
        running = null;
        return ended == null ? usual : ended.end(usual);
    }

    private final class Running {
        private final Process process;
        private final DataOutputStream out;
        private final DataInputStream in;
        private volatile boolean late;

        Running(Process process) {
            this.process = process;
            this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
            this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        }

        DocumentReader.Content read(SourceFile file) throws IOException, UnreadableFile {
            Executor afterwards = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> alarm = CompletableFuture.runAsync(this::stopLate, afterwards);
            try {
                ContentForm.writeText(file.path().toAbsolutePath().toString(), out);
                ContentForm.writeText(file.name(), out);
                out.flush();
                if (in.readByte() == ConfinedProcess.REFUSED) {
                    throw new UnreadableFile(String.valueOf(ContentForm.readText(in)));
                }
                return ContentForm.read(in);
            } finally {
                alarm.cancel(false);
            }
        }

        private void stopLate() {
            late = true;
            process.destroyForcibly();
        }

        String end(String usual) {
            process.destroy();
            int code = process.onExit().join().exitValue();
            if (late) {
                return "takes longer than %d seconds to read".formatted(patience.toSeconds());
            }
            return code == OUT_OF_MEMORY ? "takes more than %d MiB of memory to read".formatted(megabytes) : usual;
        }
    }
}
