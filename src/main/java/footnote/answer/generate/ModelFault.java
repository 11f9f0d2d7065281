package footnote.answer.generate;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a model gave no answer. Its message is made of its kind alone, for a provider's own words may hold a key. */
final class ModelFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as the asker is told. */
    enum Kind {
        WRONG_KEY("refused Footnote's key", false),
        OUT_OF_QUOTA("is out of quota", true),
        OUT_OF_REACH("was out of reach", true),
        TOO_SLOW("was too slow", false),
        BROKEN_OFF("broke off", true),
        REFUSED("refused the request", false),
        BUSY("was busy with other questions", false),
        NONSENSE("gave no usable answer", false);

        private final String words;
        private final boolean isTransient;

        Kind(String words, boolean isTransient) {
            this.words = words;
            this.isTransient = isTransient;
        }
    }

    private final Kind kind;
    private final @Nullable Duration retryAfter;
    private final boolean streamed;

    ModelFault(Kind kind, @Nullable Duration retryAfter, boolean streamed) {
        super("the model " + kind.words, null, false, false);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.streamed = streamed;
    }

    /** @param streamed whether pieces of the answer were heard already */
    static ModelFault of(Throwable thrown, boolean streamed) {
        Duration retryAfter = null;
        Kind kind = null;
        Throwable at = thrown;
        for (int depth = 0; at != null && depth < 10; depth++) {
            if (at instanceof ProviderHttp.Refused refused) {
                retryAfter = refused.retryAfter();
            }
            kind = kind == null ? kind(at) : kind;
            at = at.getCause();
        }
        return new ModelFault(kind == null ? Kind.BROKEN_OFF : kind, retryAfter, streamed);
    }

    private static @Nullable Kind kind(Throwable thrown) {
        return switch (thrown) {
            case HttpException http -> ofStatus(http.statusCode());
            case AuthenticationException wrong -> Kind.WRONG_KEY;
            case RateLimitException limit -> Kind.OUT_OF_QUOTA;
            case TimeoutException slow -> Kind.TOO_SLOW;
            case HttpTimeoutException slow -> Kind.TOO_SLOW;
            case ConnectException gone -> Kind.OUT_OF_REACH;
            case UnresolvedAddressException unknown -> Kind.OUT_OF_REACH;
            case IOException cut -> Kind.BROKEN_OFF;
            default -> null;
        };
    }

    private static Kind ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> Kind.WRONG_KEY;
            case 408, 504 -> Kind.OUT_OF_REACH;
            case 429 -> Kind.OUT_OF_QUOTA;
            default -> status >= 500 ? Kind.OUT_OF_REACH : Kind.REFUSED;
        };
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    boolean streamed() {
        return streamed;
    }

    /** Whether a second try may help; never after pieces were heard, for they would be heard twice. */
    boolean mayPass() {
        return kind.isTransient && !streamed;
    }

    /** What the asker is told, as one sentence. */
    String notice(String fallback) {
        return "The model " + kind.words + ", so the " + fallback + " answerer answered.";
    }
}
