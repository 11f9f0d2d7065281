package footnote.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * English words as index terms: Unicode words, no possessive, lower case, no accents, Porter's stems. The index keeps
 * every word; a question leaves out the words that only make it a question. Threads may share all of it.
 */
public final class EnglishAnalysis {
    /** More different words than this in one question add cost and no meaning. */
    private static final int MOST_TERMS = 128;

    private static final CharArraySet QUESTION_WORDS = new CharArraySet(
            List.of(
                    "a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "before",
                    "being", "but", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has", "have",
                    "he", "her", "his", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "of", "on", "or",
                    "our", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then",
                    "there", "these", "they", "this", "those", "to", "was", "we", "were", "what", "when", "where",
                    "which", "while", "who", "whom", "whose", "why", "will", "with", "would", "you", "your"),
            false);

    static final Analyzer EVERY_WORD = analyzer(CharArraySet.EMPTY_SET);
    private static final Analyzer CONTENT_WORDS = analyzer(QUESTION_WORDS);

    private EnglishAnalysis() {}

    /** The terms of a question in its order, each once; where it has no content words, all its words. */
    public static List<String> terms(String question) {
        List<String> content = terms(CONTENT_WORDS, question, MOST_TERMS);
        return content.isEmpty() ? terms(EVERY_WORD, question, MOST_TERMS) : content;
    }

    /** Every term of a text, each once. */
    public static Set<String> vocabulary(String text) {
        return new LinkedHashSet<>(terms(EVERY_WORD, text, Integer.MAX_VALUE));
    }

    private static List<String> terms(Analyzer analyzer, String text, int most) {
        Set<String> terms = new LinkedHashSet<>();
        try (TokenStream tokens = analyzer.tokenStream(PassageFields.TEXT, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken() && terms.size() < most) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(terms);
    }

    private static Analyzer analyzer(CharArraySet left) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer words = new StandardTokenizer();
                TokenStream stream = new LowerCaseFilter(new EnglishPossessiveFilter(words));
                stream = new ASCIIFoldingFilter(new StopFilter(stream, left));
                return new TokenStreamComponents(words, new PorterStemFilter(stream));
            }
        };
    }
}
