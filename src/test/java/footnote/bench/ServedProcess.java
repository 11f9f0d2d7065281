package footnote.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The product as its users start it, in a process of its own. */
final class ServedProcess implements AutoCloseable {
    private static final String LISTENING = "Footnote is listening on ";

    private final Process process;
    private final URI address;
    private final double millis;

    private ServedProcess(Process process, URI address, double millis) {
        this.process = process;
        this.address = address;
        this.millis = millis;
    }

    /** Starts {@code serve} on a free port and waits until it says that it listens. */
    static ServedProcess start(Path passages, Path data) throws IOException {
        long started = System.nanoTime();
        Process process = launch(data, "serve", "--port", "0", "--passages", passages.toString(), "--data", data + "");
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                double millis = (System.nanoTime() - started) / 1e6;
                return new ServedProcess(process, URI.create(line.substring(LISTENING.length())), millis);
            }
        }
        throw new IllegalStateException("serve ended before it listened");
    }

    /** Makes the index, vectors included. */
    static void index(Path passages, Path data) throws IOException, InterruptedException {
        Process process = launch(data, "index", "--passages", passages.toString(), "--data", data.toString());
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("index failed");
        }
    }

    private static Process launch(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "footnote.Launch"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOOTNOTE_"));
        return builder.start();
    }

    URI address() {
        return address;
    }

    /** From the start of the process to the line that it listens. */
    double millis() {
        return millis;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
