package footnote.bench;

import footnote.testing.FakeProvider;
import footnote.testing.ServedProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A language model's first piece, from the moment its provider has sent it to the moment a client has read it. */
final class ModelPart {
    private static final int WARM_UP = 100;

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeProvider provider;
    private final URI asked;

    private ModelPart(FakeProvider provider, URI server) {
        this.provider = provider;
        this.asked = server.resolve("/api/ask");
    }

    static void print(Path seeds, int rounds, Path data) throws IOException, InterruptedException {
        ServedProcess.index(seeds, data);
        try (FakeProvider provider = new FakeProvider()) {
            provider.pieces = List.of("The call is set ", "for 2030 GMT. ", "[1]");
            provider.pause = Duration.ofMillis(10);
            try (ServedProcess served =
                    ServedProcess.start(seeds, data, "--model", "openai:m", "--model-url", provider.url())) {
                served.awaitReady();
                new ModelPart(provider, served.address()).print(rounds);
            }
        }
    }

    private void print(int rounds) throws IOException, InterruptedException {
        for (int call = 0; call < WARM_UP; call++) {
            firstPiece();
        }
        long[] nanos = new long[10 * rounds];
        for (int call = 0; call < nanos.length; call++) {
            nanos[call] = firstPiece();
        }
        System.out.printf(
                "first piece, from the provider to the client, %d answers: %s%n", nanos.length, new Timings(nanos));
    }

    private long firstPiece() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(asked)
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString("{\"question\": \"When is the call between Biden and Putin set for?\"}"))
                .build();
        InputStream body = client.send(request, BodyHandlers.ofInputStream()).body();
        long heard = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                heard = heard == 0 && line.equals("event: text") ? System.nanoTime() : heard;
            }
        }
        if (heard == 0) {
            throw new IllegalStateException("the model's text did not come");
        }
        return heard - provider.firstPieceSent;
    }
}
