package footnote.bench;

import footnote.domain.Document;
import footnote.domain.Passage;
import footnote.search.PassageWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Passages of made-up words whose statistics are those of English: frequencies after Zipf and Mandelbrot (1/(rank + 2.7)^1.05),
 * a quarter of the words from the vocabulary of the passage's subject, sentences and passages of usual length. Passages of
 * one subject have vectors near each other. The same number gives the same passage each time. Threads may share one.
 */
final class SyntheticCorpus {
    static final int DIMENSIONS = 384;
    static final int PASSAGES_A_DOCUMENT = 5;

    private static final int VOCABULARY = 200_000;
    private static final int SUBJECT_WORDS = 60;
    private static final int PASSAGES_A_SUBJECT = 50;
    private static final int SENTENCES = 6;
    private static final int COMMONEST = 200;
    private static final double SPREAD = 0.8;
    private static final String CONSONANTS = "bdfghklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final String[] FUNCTION_WORDS = {
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "was", "on", "with", "as", "it", "by", "at", "from",
        "he", "his", "are", "be", "this", "which", "or", "had", "were", "not", "have", "an", "but"
    };

    private final double[] cumulative = new double[VOCABULARY];
    private final int passages;
    private final long seed;

    SyntheticCorpus(int passages, long seed) {
        this.passages = passages;
        this.seed = seed;
        double sum = 0;
        for (int rank = 0; rank < VOCABULARY; rank++) {
            sum += Math.pow(rank + 1 + 2.7, -1.05);
            cumulative[rank] = sum;
        }
    }

    int passages() {
        return passages;
    }

    int documents() {
        return Math.ceilDiv(passages, PASSAGES_A_DOCUMENT);
    }

    /** The passages of a document, by their numbers. */
    List<Integer> numbers(int document) {
        List<Integer> numbers = new ArrayList<>();
        int first = document * PASSAGES_A_DOCUMENT;
        for (int number = first; number < Math.min(passages, first + PASSAGES_A_DOCUMENT); number++) {
            numbers.add(number);
        }
        return numbers;
    }

    Document document(int number) {
        List<String> texts = numbers(number).stream().map(this::text).toList();
        return new Document(
                "synthetic-" + number,
                "About " + word(random(number, 3)) + " " + word(random(number, 4)),
                LocalDate.of(2000, 1, 1).plusDays(number % 9_000),
                "Synthetic",
                null,
                String.join("\n", texts),
                List.of(),
                Integer.toString(number));
    }

    /** The document's passages, each of them one of this corpus. */
    List<Passage> split(Document document) {
        List<Passage> split = new ArrayList<>();
        int start = 0;
        for (String text : document.text().split("\n", -1)) {
            split.add(Passage.of(document, "", start, start + text.length()));
            start += text.length() + 1;
        }
        return split;
    }

    /** Writes a document with the vectors of its passages. */
    void write(int number, PassageWriter writer) {
        Document document = document(number);
        writer.replace(
                document,
                split(document),
                numbers(number).stream().map(this::vector).toList());
    }

    String text(int passage) {
        SplittableRandom random = random(passage, 1);
        StringBuilder text = new StringBuilder();
        for (int sentence = 0; sentence < SENTENCES; sentence++) {
            for (int words = 10 + random.nextInt(16); words > 0; words--) {
                text.append(word(passage, random)).append(words == 1 ? ". " : " ");
            }
        }
        return text.substring(0, text.length() - 1);
    }

    /** Six words of a passage that are not among the commonest. */
    String question(int number) {
        int passage = asked(number);
        SplittableRandom random = random(number, 5);
        Set<String> words = new LinkedHashSet<>();
        for (int tries = 0; words.size() < 6 && tries < 1_000; tries++) {
            words.add(random.nextInt(4) == 0 ? subjectWord(passage, random) : rareWord(random));
        }
        return String.join(" ", words);
    }

    private String rareWord(SplittableRandom random) {
        int rank = rank(random);
        while (rank < COMMONEST) {
            rank = rank(random);
        }
        return spelled(rank);
    }

    /** Near the vector of the passage that the question was made from. */
    float[] questionVector(int number) {
        return unit(subject(asked(number)), random(number, 6));
    }

    float[] vector(int passage) {
        return unit(subject(passage), random(passage, 2));
    }

    private int asked(int number) {
        return random(number, 7).nextInt(passages);
    }

    private static int subject(int passage) {
        return passage / PASSAGES_A_SUBJECT;
    }

    private float[] unit(int subject, SplittableRandom own) {
        SplittableRandom centre = random(subject, 8);
        float[] vector = new float[DIMENSIONS];
        double squares = 0;
        for (int at = 0; at < DIMENSIONS; at++) {
            vector[at] = (float) (centre.nextGaussian() + SPREAD * own.nextGaussian());
            squares += vector[at] * vector[at];
        }
        for (int at = 0; at < DIMENSIONS; at++) {
            vector[at] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private String word(int passage, SplittableRandom random) {
        return random.nextInt(4) == 0 ? subjectWord(passage, random) : word(random);
    }

    private String subjectWord(int passage, SplittableRandom random) {
        int which = (int) (SUBJECT_WORDS * Math.pow(random.nextDouble(), 2));
        return spelled(
                COMMONEST + random(subject(passage) * SUBJECT_WORDS + which, 9).nextInt(VOCABULARY - COMMONEST));
    }

    private String word(SplittableRandom random) {
        return spelled(rank(random));
    }

    private int rank(SplittableRandom random) {
        int found = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[VOCABULARY - 1]);
        return found < 0 ? Math.min(-found - 1, VOCABULARY - 1) : found;
    }

    private static String spelled(int rank) {
        if (rank < FUNCTION_WORDS.length) {
            return FUNCTION_WORDS[rank];
        }
        StringBuilder word = new StringBuilder();
        for (int left = rank; left > 0; left /= CONSONANTS.length() * VOWELS.length()) {
            word.append(CONSONANTS.charAt(left % CONSONANTS.length()));
            word.append(VOWELS.charAt(left / CONSONANTS.length() % VOWELS.length()));
        }
        return word.append('k').toString();
    }

    private SplittableRandom random(int number, int use) {
        return new SplittableRandom((seed * 31 + use) * 0x9E3779B97F4A7C15L + number * 0xD1B54A32D192ED03L);
    }
}
