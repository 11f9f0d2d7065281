package footnote.slack;

import com.slack.api.app_backend.SlackSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request comes from Slack and was sent just now. Signature after docs.slack.dev, "Verifying requests from Slack";
 * compared in constant time. Threads may share it.
 */
final class RequestCheck {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SlackSignature.Generator signer;
    private final Clock clock;

    RequestCheck(String signingSecret, Clock clock) {
        this.signer = new SlackSignature.Generator(signingSecret);
        this.clock = clock;
    }

    boolean isGenuine(@Nullable String timestamp, @Nullable String signature, String body) {
        if (timestamp == null || signature == null || !isFresh(timestamp)) {
            return false;
        }
        byte[] expected = signer.generate(timestamp, body).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isFresh(String timestamp) {
        try {
            Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
            return age.abs().compareTo(FRESH) < 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
