package footnote.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * The keys that open the API, several at once so that they can be rotated; none means that it stands open. Only digests are
 * kept, and every comparison takes the same time, so that neither a dump nor a stopwatch gives a key away.
 */
public final class ApiKeys {
    private final List<byte[]> digests;

    private ApiKeys(List<byte[]> digests) {
        this.digests = digests;
    }

    public static ApiKeys none() {
        return of(List.of());
    }

    public static ApiKeys of(List<String> keys) {
        return new ApiKeys(keys.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(ApiKeys::digest)
                .toList());
    }

    public boolean isEmpty() {
        return digests.isEmpty();
    }

    /** Whether it is one of the keys. All of them are looked at, whichever fits. */
    boolean contains(String key) {
        byte[] given = digest(key);
        boolean found = false;
        for (byte[] digest : digests) {
            found |= MessageDigest.isEqual(digest, given);
        }
        return found;
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return digests.size() + " keys";
    }
}
