package footnote.answer.check;

import footnote.domain.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a model wrote: sentences without mark-up, each with its markers. A marker belongs to the sentence before it,
 * or to the one behind it where it begins a line.
 */
final class WrittenAnswer {
    /**
     * @param text without markers and mark-up
     * @param markers as written, from 1 on, whether or not such a passage exists
     */
    record Sentence(String text, List<Integer> markers) {
        Sentence {
            markers = List.copyOf(markers);
        }
    }

    private static final Pattern MARKER = Pattern.compile(
            "\\s*[\\[【(]\\s*\\^?(?:passages?|sources?)?\\s*(\\d{1,3}(?:\\s*[,;&]\\s*\\d{1,3})*)[^\\]】)\\p{L}]{0,8}[\\]】)](?!\\()",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_MARK =
            Pattern.compile("^\\s*(?:[-*+•–]\\s+|#{1,6}\\s+|>\\s*|\\d{1,2}[.)]\\s+(?=\\p{Lu}))+");
    private static final Pattern EMPHASIS =
            Pattern.compile("\\*\\*|__|`+|(?<![\\p{L}\\p{N}])[*_]|[*_](?![\\p{L}\\p{N}])");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private WrittenAnswer() {}

    static List<Sentence> sentences(String written) {
        return written.lines().flatMap(line -> ofLine(line).stream()).toList();
    }

    private static List<Sentence> ofLine(String raw) {
        String line = EMPHASIS.matcher(LINE_MARK.matcher(raw).replaceFirst("")).replaceAll("");
        StringBuilder clean = new StringBuilder();
        List<int[]> marks = new ArrayList<>();
        Matcher marker = MARKER.matcher(line);
        int reached = 0;
        while (marker.find()) {
            if (isMarker(marker)) {
                clean.append(line, reached, marker.start());
                reached = marker.end();
                DIGITS.matcher(marker.group(1))
                        .results()
                        .forEach(digits -> marks.add(new int[] {clean.length(), Integer.parseInt(digits.group())}));
            }
        }
        clean.append(line, reached, line.length());
        return cut(clean.toString(), marks);
    }

    /** Round brackets hold a marker only behind a stop or where they say so, for they may hold a number of the text. */
    private static boolean isMarker(Matcher marker) {
        String group = marker.group().strip();
        return !group.startsWith("(") || group.toLowerCase(Locale.ROOT).matches("\\((?:passage|source).*");
    }

    private static List<Sentence> cut(String text, List<int[]> marks) {
        List<Sentence> sentences = new ArrayList<>();
        List<Sentences.Span> spans = Sentences.of(text);
        for (int at = 0; at < spans.size(); at++) {
            Sentences.Span span = spans.get(at);
            int from = at == 0 ? -1 : spans.get(at - 1).end();
            int to = at == spans.size() - 1 ? text.length() : span.end();
            List<Integer> own = marks.stream()
                    .filter(mark -> mark[0] > from && mark[0] <= to)
                    .map(mark -> mark[1])
                    .distinct()
                    .toList();
            sentences.add(new Sentence(span.of(text), own));
        }
        return sentences;
    }
}
