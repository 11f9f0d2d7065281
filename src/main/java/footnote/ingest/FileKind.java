package footnote.ingest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a file is by its first bytes, whatever its name says. */
enum FileKind {
    PDF("a PDF", "%PDF-"),
    ZIP("a ZIP archive, as new Office documents are", "PK\3\4"),
    OFFICE("an Office document, encrypted or of the old kind", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
    RICH_TEXT("a document in RTF", "{\\rtf"),
    PNG("a picture", "\u0089PNG\r\n"),
    JPEG("a picture", "\u00FF\u00D8\u00FF"),
    GIF("a picture", "GIF89a"),
    GZIP("a GZIP archive", "\u001F\u008B\b");

    /** Some writers put a few bytes before a PDF's first words; its readers look for them this far. */
    private static final int PDF_HEAD = 1_024;

    private static final int LONGEST = 16;

    private final String words;
    private final String start;

    FileKind(String words, String start) {
        this.words = words;
        this.start = start;
    }

    /** The kind that the bytes begin as; null for text and whatever else has no mark of its own. */
    static @Nullable FileKind of(byte[] bytes) {
        String head = text(bytes, LONGEST);
        for (FileKind kind : values()) {
            if (head.startsWith(kind.start)) {
                return kind;
            }
        }
        return null;
    }

    /** @throws UnreadableFile if the bytes are not of this kind, with the kind that they are of */
    void expect(byte[] bytes) throws UnreadableFile {
        boolean fits = this == PDF
                ? text(bytes, PDF_HEAD).contains(start)
                : text(bytes, LONGEST).startsWith(start);
        if (!fits) {
            throw new UnreadableFile("not " + words + describe(of(bytes)));
        }
    }

    /** @throws UnreadableFile if the bytes can't be text, since they are of a kind that is none */
    static void expectText(byte[] bytes) throws UnreadableFile {
        FileKind kind = of(bytes);
        if (kind != null) {
            throw new UnreadableFile("not a text" + describe(kind));
        }
    }

    private static String describe(@Nullable FileKind kind) {
        return kind == null ? "" : " but " + kind.words;
    }

    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.ISO_8859_1);
    }
}
