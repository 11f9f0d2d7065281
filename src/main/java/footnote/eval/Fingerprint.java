package footnote.eval;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 digest of some bytes, which stands for them. */
final class Fingerprint {
    static final int BYTES = 32;

    private final byte[] digest;

    Fingerprint(byte[] digest) {
        this.digest = digest.clone();
    }

    static Fingerprint of(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                // The length goes in front, so that no two lists of parts run into the same bytes.
                sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                sha.update(part);
            }
            return new Fingerprint(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    byte[] bytes() {
        return digest.clone();
    }

    /** Enough of it to find it by. */
    long start() {
        return ByteBuffer.wrap(digest).getLong();
    }

    String hex() {
        return HexFormat.of().formatHex(digest);
    }
}
