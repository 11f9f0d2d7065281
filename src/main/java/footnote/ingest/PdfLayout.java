package footnote.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes running text of a document's lines: what returns on each page goes, lines become paragraphs and headings. */
final class PdfLayout {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?i)\\W*(page|seite|p\\.)?\\W*#\\W*((of|/|von)\\W*#)?\\W*");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}-]+");
    private static final int EDGE_LINES = 2;
    private static final int LEAST_PAGES = 3;
    private static final double LEAST_SHARE = 0.4;
    private static final double LARGER = 1.15;
    private static final int LONGEST_BOLD = 120;
    private static final int DEEPEST = 6;

    private final List<List<PdfLine>> pages;
    private final TextBlocks blocks;
    private final double usual;
    private final boolean mostlyBold;
    private final List<Double> larger;
    private final Set<String> words;

    private PdfLayout(List<List<PdfLine>> pages, TextBlocks blocks) {
        this.pages = pages;
        this.blocks = blocks;
        this.usual = usualSize(pages);
        this.mostlyBold =
                all(pages).filter(PdfLine::bold).count() * 2 > all(pages).count();
        this.larger = List.copyOf(all(pages)
                .map(PdfLine::size)
                .filter(size -> size >= usual * LARGER)
                .collect(Collectors.toCollection(TreeSet::new))
                .descendingSet());
        this.words = all(pages)
                .flatMap(line -> Stream.of(NO_LETTER.split(line.text(), -1)))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(HashSet::new));
    }

    static void write(List<List<PdfLine>> pages, TextBlocks blocks) {
        new PdfLayout(withoutFrames(pages), blocks).write();
    }

    /** Without page numbers, and without the heads and feet that many pages share but for their numbers. */
    private static List<List<PdfLine>> withoutFrames(List<List<PdfLine>> pages) {
        Map<String, Integer> seen = new HashMap<>();
        pages.forEach(page ->
                edges(page).map(PdfLayout::shape).distinct().forEach(shape -> seen.merge(shape, 1, Integer::sum)));
        double most = Math.max(LEAST_PAGES, pages.size() * LEAST_SHARE);
        List<List<PdfLine>> kept = new ArrayList<>();
        for (List<PdfLine> page : pages) {
            Set<PdfLine> frame = edges(page)
                    .filter(line -> seen.getOrDefault(shape(line), 0) >= most
                            || PAGE_NUMBER.matcher(shape(line)).matches())
                    .collect(Collectors.toSet());
            kept.add(IntStream.range(0, page.size())
                    .filter(at -> !isEdge(page, at) || !frame.contains(page.get(at)))
                    .mapToObj(page::get)
                    .toList());
        }
        return kept;
    }

    private static Stream<PdfLine> edges(List<PdfLine> page) {
        return IntStream.range(0, page.size()).filter(at -> isEdge(page, at)).mapToObj(page::get);
    }

    private static boolean isEdge(List<PdfLine> page, int at) {
        return at < EDGE_LINES || at >= page.size() - EDGE_LINES;
    }

    private static String shape(PdfLine line) {
        return DIGITS.matcher(line.text()).replaceAll("#");
    }

    /** The size that most letters of the document have; of two the smaller. */
    private static double usualSize(List<List<PdfLine>> pages) {
        Map<Double, Integer> letters = new TreeMap<>();
        all(pages).forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
        double usual = 0;
        int most = 0;
        for (Map.Entry<Double, Integer> size : letters.entrySet()) {
            if (size.getValue() > most) {
                usual = size.getKey();
                most = size.getValue();
            }
        }
        return usual;
    }

    private static Stream<PdfLine> all(List<List<PdfLine>> pages) {
        return pages.stream().flatMap(List::stream);
    }

    private void write() {
        List<PdfLine> open = new ArrayList<>();
        for (List<PdfLine> page : pages) {
            boolean first = true;
            for (PdfLine line : page) {
                if (!open.isEmpty() && !goesOn(open, line, first)) {
                    write(open);
                    open.clear();
                }
                open.add(line);
                first = false;
            }
        }
        if (!open.isEmpty()) {
            write(open);
        }
    }

    /** A paragraph may go on over the end of a page, where it stopped in the middle of a sentence. */
    private boolean goesOn(List<PdfLine> open, PdfLine line, boolean onNextPage) {
        PdfLine last = open.getLast();
        if (last.size() != line.size() || last.bold() != line.bold()) {
            return level(last) == 0 && level(line) == 0 && !line.starts();
        }
        if (onNextPage) {
            char next = line.text().charAt(0);
            return level(last) == 0 && Character.isLowerCase(next);
        }
        return !line.starts() || (level(line) > 0 && last.size() > usual);
    }

    private void write(List<PdfLine> lines) {
        StringBuilder text = new StringBuilder(lines.getFirst().text());
        lines.subList(1, lines.size()).forEach(line -> join(text, line.text()));
        int level = level(lines.getFirst());
        boolean bold = lines.getFirst().size() < usual * LARGER;
        if (level == 0 || (bold && (text.length() > LONGEST_BOLD || text.charAt(text.length() - 1) == '.'))) {
            blocks.paragraph(text.toString());
        } else {
            blocks.heading(level, text.toString());
        }
    }

    /** 0 for running text. */
    private int level(PdfLine line) {
        int rank = larger.indexOf(line.size());
        if (rank >= 0) {
            return Math.min(rank + 1, DEEPEST);
        }
        return line.bold() && !mostlyBold && line.size() >= usual ? Math.min(larger.size() + 1, DEEPEST) : 0;
    }

    /** A word that was cut at the end of a line is put together, unless the document writes it with its hyphen elsewhere. */
    private void join(StringBuilder text, String next) {
        int end = text.length() - 1;
        boolean cut = end > 0
                && text.charAt(end) == '-'
                && Character.isLetter(text.charAt(end - 1))
                && Character.isLowerCase(next.charAt(0));
        if (!cut) {
            text.append(' ').append(next);
            return;
        }
        String before = NO_LETTER.split(text, -1)[NO_LETTER.split(text, -1).length - 1];
        String hyphenated = before + NO_LETTER.split(next, 2)[0];
        if (!words.contains(hyphenated.toLowerCase(Locale.ROOT))) {
            text.setLength(end);
        }
        text.append(next);
    }
}
