package footnote.answer.generate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads the Retry-After header (RFC 9110, section 10.2.3): seconds or a date. */
final class RetryAfter {
    private static final long MOST_SECONDS = 86_400;

    private RetryAfter() {}

    /** The pause that it asks for; null if it says nothing readable. */
    static @Nullable Duration read(String header) {
        String value = header.strip();
        if (value.matches("\\d{1,9}(\\.\\d+)?")) {
            return Duration.ofMillis((long) (Math.min(Double.parseDouble(value), MOST_SECONDS) * 1000));
        }
        try {
            Duration pause = Duration.between(
                    Instant.now(),
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
