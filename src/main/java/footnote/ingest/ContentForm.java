package footnote.ingest;

import footnote.domain.Heading;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read, in the bytes that go from one process to the other. */
final class ContentForm {
    private ContentForm() {}

    static void write(DocumentReader.Content content, DataOutputStream out) throws IOException {
        writeText(content.text(), out);
        out.writeInt(content.headings().size());
        for (Heading heading : content.headings()) {
            out.writeInt(heading.start());
            out.writeInt(heading.end());
            out.writeInt(heading.level());
        }
        Particulars known = content.particulars();
        writeText(known.title(), out);
        writeText(known.date() == null ? null : known.date().toString(), out);
        writeText(known.source(), out);
        writeText(known.url(), out);
    }

    static DocumentReader.Content read(DataInputStream in) throws IOException {
        String text = String.valueOf(readText(in));
        int count = in.readInt();
        List<Heading> headings = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            int start = in.readInt();
            int end = in.readInt();
            headings.add(new Heading(start, end, in.readInt(), text.substring(start, end)));
        }
        String title = readText(in);
        String date = readText(in);
        LocalDate day = date == null ? null : LocalDate.parse(date);
        return new DocumentReader.Content(text, headings, new Particulars(title, day, readText(in), readText(in)));
    }

    /** UTF-16, since a text may hold half of a surrogate pair and its offsets must stay as they are. */
    static void writeText(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static @Nullable String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_16BE);
    }
}
