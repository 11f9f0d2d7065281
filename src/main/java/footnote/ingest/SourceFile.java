package footnote.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file of the passages' folder.
 *
 * @param path where it lies
 * @param name its path inside the folder, with slashes
 */
record SourceFile(Path path, String name) {
    /** A larger file is no document but a mistake, and would cost memory many times its size. */
    static final long MOST_BYTES = 32L << 20;

    /** The name's ending in small letters, with its dot; empty if there is none. */
    String ending() {
        int dot = name.lastIndexOf('.');
        return dot > name.lastIndexOf('/') ? name.substring(dot).toLowerCase(Locale.ROOT) : "";
    }

    /** The file's own name without its ending, blanks for separators. */
    String bareName() {
        String own = name.substring(name.lastIndexOf('/') + 1);
        int dot = own.lastIndexOf('.');
        return (dot > 0 ? own.substring(0, dot) : own).replace('_', ' ').strip();
    }

    byte[] bytes() throws IOException, UnreadableFile {
        long size = Files.size(path);
        if (size > MOST_BYTES) {
            throw new UnreadableFile("larger than %d MiB (%d bytes)".formatted(MOST_BYTES >> 20, size));
        }
        return Files.readAllBytes(path);
    }

    /** The file as text: UTF-8, or UTF-16 with a byte order mark; without the mark. */
    String text() throws IOException, UnreadableFile {
        byte[] bytes = bytes();
        FileKind.expectText(bytes);
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableFile("not a text (it holds a zero character)");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decode(byte[] bytes) throws UnreadableFile {
        boolean wide = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1];
        try {
            return (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("not a text in UTF-8", e);
        }
    }

    /** Stable and safe in a URL path: the name in small letters and digits, and a hash that keeps it apart from others. */
    String id() {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shown = slug.length() > 60 ? slug.substring(0, 60) : slug;
        return shown + "-" + hash(name.getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    /** SHA-256 in hexadecimal. */
    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
