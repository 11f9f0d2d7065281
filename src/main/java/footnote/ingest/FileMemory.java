package footnote.ingest;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about files, so that one that has not changed since is not read again. Size, time and place of a file tell
 * that, but for a file that changed just before it was read: it may change once more within the same tick of the clock.
 * One thread at a time.
 */
final class FileMemory {
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Refused> refused = new HashMap<>();

    /**
     * A file as its folder lists it.
     *
     * @param key what tells it from another file of the same name; null where the system has no such thing
     */
    record Stamp(long size, FileTime modified, @Nullable Object key) {
        static Stamp of(BasicFileAttributes attributes) {
            return new Stamp(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey());
        }
    }

    private record Known(Stamp stamp, String fingerprint) {}

    private record Refused(String fingerprint, String reason) {}

    /** Forgets every file but these. */
    void keep(Set<String> names) {
        known.keySet().retainAll(names);
        refused.keySet().retainAll(names);
    }

    /** The fingerprint of a file, found out only if it may have changed. */
    String fingerprint(String name, Stamp stamp, Reading reading) throws IOException, UnreadableFile {
        Known before = known.get(name);
        if (before != null && before.stamp.equals(stamp)) {
            return before.fingerprint;
        }
        Instant now = Instant.now();
        String fingerprint = reading.fingerprint();
        if (stamp.modified.toInstant().isBefore(now.minus(TICK))) {
            known.put(name, new Known(stamp, fingerprint));
        }
        return fingerprint;
    }

    /** @throws UnreadableFile if a file of this fingerprint was no document before; trying again may take half a minute */
    void checkRefused(String name, String fingerprint) throws UnreadableFile {
        Refused before = refused.get(name);
        if (before != null && before.fingerprint.equals(fingerprint)) {
            throw new UnreadableFile(before.reason);
        }
    }

    void refuse(String name, String fingerprint, String reason) {
        refused.put(name, new Refused(fingerprint, reason));
    }

    interface Reading {
        String fingerprint() throws IOException, UnreadableFile;
    }
}
