package footnote.ingest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .txt}: front matter if there is some, else a first line {@code date 2021-12-30 Title of the article}. That
 * line stays part of the text, since it is what the document says; front matter does not.
 */
final class PlainTextReader implements DocumentReader {
    private static final Pattern DATED_TITLE =
            Pattern.compile("\\A\\s*date[ \\t]+(\\d{4}-\\d{2}-\\d{2})[ \\t]+(\\S[^\\r\\n]*)", Pattern.CASE_INSENSITIVE);

    @Override
    public Set<String> endings() {
        return Set.of(".txt");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Content read(SourceFile file) throws IOException, UnreadableFile {
        String whole = file.text();
        FrontMatter front = FrontMatter.of(whole);
        String text = whole.substring(front.length());
        return new Content(text, List.of(), Particulars.of(front.fields()).or(firstLine(text)));
    }

    private static Particulars firstLine(String text) {
        Matcher line = DATED_TITLE.matcher(text);
        LocalDate date = line.find() ? Particulars.day(line.group(1)) : null;
        return date == null ? Particulars.NONE : new Particulars(line.group(2).strip(), date, null, null);
    }
}
