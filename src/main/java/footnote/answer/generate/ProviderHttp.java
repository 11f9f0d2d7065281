package footnote.answer.generate;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's way to a provider, blocking the calling thread until a stream has ended: interrupting the thread closes
 * the connection at any moment, also before the first byte, which the stock client can't, and a refusal keeps its
 * Retry-After. Threads may share it.
 */
final class ProviderHttp implements HttpClient {
    private final java.net.http.HttpClient client;
    private final Duration patience;

    /** @param patience how long to wait for the first byte of a response */
    ProviderHttp(Duration patience) {
        this.patience = patience;
        // HTTP/1.1, for many small model servers stumble over an offer to upgrade.
        client = java.net.http.HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(patience)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    HttpClientBuilder builder() {
        return new Builder(this);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (InputStream body = opened(request).body()) {
            return SuccessfulHttpResponse.builder()
                    .statusCode(200)
                    .body(new String(body.readAllBytes(), StandardCharsets.UTF_8))
                    .build();
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener heard) {
        ServerSentEventListener listener = new CheckedEvents(heard);
        try {
            HttpResponse<InputStream> response = opened(request);
            try (InputStream body = response.body()) {
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(body, listener);
                listener.onClose();
            }
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }

    private HttpResponse<InputStream> opened(HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> response = client.send(jdk(request), BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 != 2) {
                response.body().close();
                throw new Refused(
                        response.statusCode(),
                        RetryAfter.read(
                                response.headers().firstValue("Retry-After").orElse("")));
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private java.net.http.HttpRequest jdk(HttpRequest request) {
        BodyPublisher body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(patience)
                .method(request.method().name(), body);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.build();
    }

    /** A response that is no success. The body stays unread: providers repeat parts of a wrong key in it. */
    static final class Refused extends HttpException {
        private static final long serialVersionUID = 1L;

        private final @Nullable Duration retryAfter;

        Refused(int status, @Nullable Duration retryAfter) {
            super(status, "the provider answered with status " + status);
            this.retryAfter = retryAfter;
        }

        @Nullable
        Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Hands out the one client; its time-outs are not the builders' to set. */
    private record Builder(ProviderHttp client) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return client.patience;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return client.patience;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return client;
        }
    }
}
