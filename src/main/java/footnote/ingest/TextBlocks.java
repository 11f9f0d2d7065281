package footnote.ingest;

import footnote.domain.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A document's text as it grows block by block, one blank line between two. Words of strangers are made clean: control
 * characters and invisible marks go, white space becomes one blank.
 */
final class TextBlocks {
    private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t\\x85]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x85]+");
    private static final int LONGEST_HEADING = 300;

    private final StringBuilder text = new StringBuilder();
    private final List<Heading> headings = new ArrayList<>();

    /** Adds a heading; one as long as a paragraph is taken for one. */
    void heading(int level, String words) {
        String line = line(words);
        int start = add(line);
        if (!line.isEmpty() && line.length() <= LONGEST_HEADING) {
            headings.add(new Heading(start, text.length(), level, line));
        }
    }

    void paragraph(String words) {
        add(line(words));
    }

    /** Adds lines that stay lines, for instance the rows of a table. */
    void lines(List<String> lines) {
        add(String.join(
                "\n",
                lines.stream()
                        .map(TextBlocks::line)
                        .filter(line -> !line.isEmpty())
                        .toList()));
    }

    /** Adds text whose blanks mean something, for instance a program. */
    void verbatim(String words) {
        add(INVISIBLE
                .matcher(CONTROL.matcher(words).replaceAll(""))
                .replaceAll("")
                .replace("\r\n", "\n")
                .stripTrailing());
    }

    private int add(String block) {
        if (block.isBlank()) {
            return text.length();
        }
        if (!text.isEmpty()) {
            text.append("\n\n");
        }
        int start = text.length();
        text.append(block);
        return start;
    }

    /** The words on one line, without what a person would not see. */
    static String line(String words) {
        String visible =
                INVISIBLE.matcher(CONTROL.matcher(words).replaceAll(" ")).replaceAll("");
        return BLANKS.matcher(visible).replaceAll(" ").strip();
    }

    /** The whole text. Where nothing else names a title or a day, a dated first line does, then the first heading. */
    DocumentReader.Content content(Particulars particulars) {
        String whole = text.toString();
        Particulars known = Particulars.ofFirstLine(whole).or(particulars);
        return new DocumentReader.Content(
                whole,
                headings,
                headings.isEmpty() ? known : known.orTitle(headings.getFirst().text()));
    }
}
