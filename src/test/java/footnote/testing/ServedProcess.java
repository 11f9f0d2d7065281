package footnote.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The product as its users start it, with the real models, in a process of its own. Its working folder is the data folder. */
public final class ServedProcess implements AutoCloseable {
    private static final String LISTENING = "Footnote is listening on ";

    private static final List<String> CLASSES =
            List.of("-cp", System.getProperty("java.class.path"), "footnote.Launch");

    private final Process process;
    private final URI address;
    private final long started;
    private final double millis;

    private ServedProcess(Process process, URI address, long started) {
        this.process = process;
        this.address = address;
        this.started = started;
        this.millis = (System.nanoTime() - started) / 1e6;
    }

    /** Starts {@code serve} on a free port and waits until it says that it listens. */
    public static ServedProcess start(Path passages, Path data, String... options) throws IOException {
        return start(CLASSES, Map.of(), passages, data, options);
    }

    /** The same with variables that the environment would set. */
    public static ServedProcess start(Path passages, Path data, Map<String, String> variables, String... options)
            throws IOException {
        return start(CLASSES, variables, passages, data, options);
    }

    /** Starts the packaged jar as the README says, with an archive of loaded classes, which its first end makes. */
    public static ServedProcess startJar(Path jar, Path passages, Path data) throws IOException {
        List<String> packaged = List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + data.resolve("classes.jsa"),
                "-jar",
                jar.toAbsolutePath().toString());
        return start(packaged, Map.of(), passages, data);
    }

    private static ServedProcess start(
            List<String> program, Map<String, String> variables, Path passages, Path data, String... options)
            throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("serve", "--port", "0", "--passages", passages.toString(), "--data", data.toString()));
        arguments.addAll(List.of(options));
        long started = System.nanoTime();
        Process process = launch(program, variables, data, arguments.toArray(String[]::new));
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                return new ServedProcess(process, URI.create(line.substring(LISTENING.length())), started);
            }
        }
        throw new IllegalStateException("serve ended before it listened");
    }

    /** Makes the index, vectors included. */
    public static void index(Path passages, Path data) throws IOException, InterruptedException {
        Process process =
                launch(CLASSES, Map.of(), data, "index", "--passages", passages.toString(), "--data", data.toString());
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("index failed");
        }
    }

    /** Waits until it answers questions, and returns the milliseconds from its start until then. */
    public double awaitReady() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/health/ready")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (client.send(request, BodyHandlers.discarding()).statusCode() != 200) {
                Thread.sleep(2);
            }
        }
        return (System.nanoTime() - started) / 1e6;
    }

    private static Process launch(List<String> program, Map<String, String> variables, Path folder, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program);
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOOTNOTE_"));
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Tells it to stop, runs what is given, and waits for its exit code. */
    public int stop(Runnable afterwards) {
        process.destroy();
        afterwards.run();
        return process.onExit().join().exitValue();
    }

    public URI address() {
        return address;
    }

    /** From the start of the process to the line that it listens. */
    public double millis() {
        return millis;
    }

    public URI at(String path) {
        return address.resolve(path);
    }

    /** Ends it at once, in the middle of whatever it does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
