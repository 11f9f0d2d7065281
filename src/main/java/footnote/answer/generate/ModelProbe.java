package footnote.answer.generate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** Asks a provider for its list of models, which costs nothing, to learn whether address and key are right. */
final class ModelProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ModelProbe() {}

    static Optional<String> of(ModelName model, String url, String key) {
        String host = URI.create(url).getHost();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            int status = client.send(
                            request(model.provider(), url, key)
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            boolean isRefused =
                    status == 401 || status == 403 || (status == 400 && model.provider() == ModelName.Provider.GEMINI);
            return isRefused ? Optional.of(refused(model, host, status)) : Optional.empty();
        } catch (HttpTimeoutException e) {
            return Optional.of(
                    "%s for --model %s did not answer within %d seconds; while that is so, the embedded answerer answers."
                            .formatted(host, model, PATIENCE.toSeconds()));
        } catch (IOException e) {
            return Optional.of("%s for --model %s can't be reached; while that is so, the embedded answerer answers."
                    .formatted(host, model));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String refused(ModelName model, String host, int status) {
        String variable = model.provider().key();
        return "%s refused %s (status %d); until that is corrected, the embedded answerer answers."
                .formatted(host, variable == null ? "access" : "the key in " + variable, status);
    }

    private static HttpRequest.Builder request(ModelName.Provider provider, String url, String key) {
        return switch (provider) {
            case OPENAI -> HttpRequest.newBuilder(URI.create(url + "/models")).header("Authorization", "Bearer " + key);
            case ANTHROPIC ->
                HttpRequest.newBuilder(URI.create(url + "/models"))
                        .header("x-api-key", key)
                        .header("anthropic-version", "2023-06-01");
            case GEMINI -> HttpRequest.newBuilder(URI.create(url + "/models")).header("x-goog-api-key", key);
            case OLLAMA -> HttpRequest.newBuilder(URI.create(url + "/api/tags"));
        };
    }
}
