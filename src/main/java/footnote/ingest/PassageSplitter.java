package footnote.ingest;

import footnote.domain.Document;
import footnote.domain.Heading;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a document into passages of whole sentences. A passage never crosses a heading; the headings above it are its
 * trail. Only a sentence longer than a passage may be is cut, between two words. Threads may share it.
 */
public final class PassageSplitter {
    /** Text without spaces, for instance Chinese or an endless line of code, counts a word for each so many characters. */
    private static final int LONGEST_WORD = 12;

    private final int mostWords;
    private final int overlap;

    /**
     * @param mostWords how many words a passage holds at most
     * @param overlap how many sentences of a passage the next one repeats
     */
    public PassageSplitter(int mostWords, int overlap) {
        if (mostWords < 1 || overlap < 0) {
            throw new IllegalArgumentException(
                    "a passage needs at least 1 word and 0 sentences of overlap, got " + mostWords + " and " + overlap);
        }
        this.mostWords = mostWords;
        this.overlap = overlap;
    }

    /** The size that {@code eval} chose. */
    public static PassageSplitter usual() {
        return new PassageSplitter(120, 0);
    }

    /** How it cuts, for fingerprints: documents cut otherwise must be cut again. */
    public String name() {
        return mostWords + "w" + overlap + "o";
    }

    public List<Passage> passages(Document document) {
        List<Passage> passages = new ArrayList<>();
        HeadingTrail trail = new HeadingTrail();
        int start = 0;
        for (Heading heading : document.headings()) {
            addSection(document, trail.toString(), start, heading.start(), passages);
            trail.enter(heading);
            start = heading.end();
        }
        addSection(document, trail.toString(), start, document.text().length(), passages);
        return List.copyOf(passages);
    }

    private void addSection(Document document, String trail, int from, int to, List<Passage> passages) {
        List<Sentences.Span> sentences = bounded(document.text(), from, to);
        int first = 0;
        while (first < sentences.size()) {
            int next = fill(document.text(), sentences, first);
            passages.add(Passage.of(
                    document,
                    trail,
                    sentences.get(first).start(),
                    sentences.get(next - 1).end()));
            first = next == sentences.size() ? next : Math.max(first + 1, next - overlap);
        }
    }

    /** The number of the sentence after the last that fits. The rest is shared out, so that no crumb is left at the end. */
    private int fill(String text, List<Sentences.Span> sentences, int first) {
        int left = 0;
        for (Sentences.Span sentence : sentences.subList(first, sentences.size())) {
            left += words(sentence.of(text));
        }
        int parts = Math.max(1, Math.ceilDiv(left, mostWords));
        int share = Math.ceilDiv(left, parts);
        int words = 0;
        int next = first;
        while (next < sentences.size()) {
            int more = words(sentences.get(next).of(text));
            if (next > first && (words + more > mostWords || words + more / 2 > share)) {
                break;
            }
            words += more;
            next++;
        }
        return next;
    }

    private List<Sentences.Span> bounded(String text, int from, int to) {
        List<Sentences.Span> bounded = new ArrayList<>();
        for (Sentences.Span sentence : Sentences.of(text.substring(from, to))) {
            cut(text, from + sentence.start(), from + sentence.end(), bounded);
        }
        return bounded;
    }

    private void cut(String text, int from, int to, List<Sentences.Span> pieces) {
        int words = 0;
        int start = from;
        for (int at = from; at < to; at++) {
            boolean wordEnds = Character.isWhitespace(text.charAt(at)) && !Character.isWhitespace(text.charAt(at - 1));
            boolean full = at - start >= mostWords * LONGEST_WORD && !Character.isLowSurrogate(text.charAt(at));
            words += wordEnds ? 1 : 0;
            if (at > start && (full || (wordEnds && words == mostWords))) {
                pieces.add(new Sentences.Span(start, at));
                start = full ? at : skipSpace(text, at, to);
                words = 0;
            }
        }
        if (start < to) {
            pieces.add(new Sentences.Span(start, to));
        }
    }

    private static int skipSpace(String text, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int words(String sentence) {
        int words = 1;
        for (int at = 1; at < sentence.length(); at++) {
            words += Character.isWhitespace(sentence.charAt(at)) && !Character.isWhitespace(sentence.charAt(at - 1))
                    ? 1
                    : 0;
        }
        return Math.max(words, sentence.length() / LONGEST_WORD);
    }

    /** The headings above the place that the walk has reached. */
    private static final class HeadingTrail {
        private final List<Heading> open = new ArrayList<>();

        void enter(Heading heading) {
            open.removeIf(above -> above.level() >= heading.level());
            open.add(heading);
        }

        @Override
        public String toString() {
            return String.join(" > ", open.stream().map(Heading::text).toList());
        }
    }
}
