package footnote.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import footnote.domain.Document;
import footnote.domain.Heading;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PassageSplitterTest {
    private static final int MOST_WORDS = 40;
    private static final String[] WORDS = {
        "weir", "Tarn", "bridge,", "(flood)", "3.5", "Dr.", "café", "日本語", "😀", "e.g.", "“quoted”", "U.S.", "x"
    };

    static List<Document> texts() {
        List<Document> texts = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            texts.add(text(new Random(seed)));
        }
        return texts;
    }

    @ParameterizedTest
    @MethodSource("texts")
    void passagesAreTheTextTheyPointTo(Document document) {
        for (Passage passage : new PassageSplitter(MOST_WORDS, 1).passages(document)) {
            assertThat(passage.text())
                    .isEqualTo(document.text().substring(passage.start(), passage.end()))
                    .isNotBlank()
                    .isEqualTo(passage.text().strip());
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void passagesFollowEachOtherAndLeaveNoWordOut(Document document) {
        int reached = 0;
        StringBuilder between = new StringBuilder();
        for (Passage passage : new PassageSplitter(MOST_WORDS, 0).passages(document)) {
            assertThat(passage.start()).isGreaterThanOrEqualTo(reached);
            between.append(document.text(), reached, passage.start());
            reached = passage.end();
        }
        between.append(document.text().substring(reached));

        String headings =
                String.join("", document.headings().stream().map(Heading::text).toList());
        assertThat(between.toString().replaceAll("\\s", "")).isEqualTo(headings.replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void passagesAreWholeSentencesOfOneSection(Document document) {
        Set<Integer> starts = new HashSet<>();
        Set<Integer> ends = new HashSet<>();
        int from = 0;
        for (Heading heading : document.headings()) {
            addSentences(document.text(), from, heading.start(), starts, ends);
            from = heading.end();
        }
        addSentences(document.text(), from, document.text().length(), starts, ends);

        for (Passage passage : new PassageSplitter(MOST_WORDS, 0).passages(document)) {
            assertThat(starts).contains(passage.start());
            assertThat(ends).contains(passage.end());
            assertThat(document.headings())
                    .allMatch(heading -> heading.end() <= passage.start() || heading.start() >= passage.end());
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void passagesKeepToTheirMostWords(Document document) {
        assertThat(new PassageSplitter(MOST_WORDS, 0).passages(document))
                .allSatisfy(
                        passage -> assertThat(passage.text().split("\\s+", -1)).hasSizeLessThanOrEqualTo(MOST_WORDS));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void idsKeepPassagesApart(Document document) {
        assertThat(new PassageSplitter(MOST_WORDS, 1).passages(document))
                .extracting(Passage::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void repeatsAsManySentencesAsAskedFor() {
        Document document = document("One weir. Two weirs. Three weirs. Four weirs.", List.of());

        assertThat(new PassageSplitter(4, 1).passages(document))
                .extracting(Passage::text)
                .containsExactly("One weir. Two weirs.", "Two weirs. Three weirs.", "Three weirs. Four weirs.");
    }

    @Test
    void cutsASentenceThatIsTooLongBetweenTwoWords() {
        Document document = document("weir ".repeat(100).strip() + ".", List.of());

        assertThat(new PassageSplitter(30, 0).passages(document))
                .hasSize(4)
                .allSatisfy(passage -> assertThat(passage.text()).startsWith("weir"))
                .allSatisfy(passage -> assertThat(passage.text().split(" ", -1)).hasSizeLessThanOrEqualTo(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "😀", "a😀", "日本"})
    void cutsTextWithoutSpacesButNoCharacterInTwo(String unit) {
        Document document = document(unit.repeat(5_000), List.of());

        List<Passage> passages = new PassageSplitter(10, 0).passages(document);

        assertThat(passages).hasSizeGreaterThan(10).allSatisfy(passage -> {
            assertThat(passage.text()).hasSizeLessThanOrEqualTo(10 * 12 + 1);
            assertThat(Character.isLowSurrogate(passage.text().charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(
                            passage.text().charAt(passage.text().length() - 1)))
                    .isFalse();
        });
        assertThat(String.join("", passages.stream().map(Passage::text).toList()))
                .isEqualTo(document.text());
    }

    @Test
    void leavesNoCrumbAtTheEnd() {
        Document document = document("The old weir stands. ".repeat(11).strip(), List.of());

        assertThat(new PassageSplitter(40, 0).passages(document))
                .hasSize(2)
                .allSatisfy(passage -> assertThat(passage.text().split(" ", -1)).hasSizeGreaterThanOrEqualTo(20));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, -1"})
    void refusesASizeThatHoldsNothing(int mostWords, int overlap) {
        assertThatThrownBy(() -> new PassageSplitter(mostWords, overlap))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(mostWords + " and " + overlap);
    }

    private static void addSentences(String text, int from, int to, Set<Integer> starts, Set<Integer> ends) {
        for (Sentences.Span sentence : Sentences.of(text.substring(from, to))) {
            starts.add(from + sentence.start());
            ends.add(from + sentence.end());
        }
    }

    /** Sections of a few paragraphs with sentences of 1 to 30 words, all kinds of white space between them. */
    private static Document text(Random random) {
        StringBuilder text = new StringBuilder();
        List<Heading> headings = new ArrayList<>();
        for (int section = random.nextInt(4); section >= 0; section--) {
            if (random.nextBoolean()) {
                int start = text.length();
                text.append("Heading ").append(section);
                headings.add(new Heading(start, text.length(), 1 + random.nextInt(3), text.substring(start)));
                text.append("\n\n");
            }
            for (int sentence = random.nextInt(20); sentence > 0; sentence--) {
                addSentence(random, text);
            }
            text.append(random.nextBoolean() ? "\n\n" : " \r\n\t\r\n");
        }
        return document(text.toString(), headings);
    }

    private static void addSentence(Random random, StringBuilder text) {
        text.append("Then");
        for (int words = random.nextInt(30); words > 0; words--) {
            text.append(random.nextInt(8) == 0 ? "\n" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        text.append(random.nextBoolean() ? ". " : "?\n").append(random.nextInt(5) == 0 ? "\n" : "");
    }

    private static Document document(String text, List<Heading> headings) {
        return new Document("random", "Random", null, null, null, text, headings, "fingerprint");
    }
}
