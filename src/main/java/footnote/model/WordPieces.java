package footnote.model;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Cuts text into the word pieces that the uncased BERT models read. Threads may share one. */
final class WordPieces implements AutoCloseable {
    private static final Pattern CONTROL_PIECE = Pattern.compile("\\[(?:PAD|UNK|CLS|SEP|MASK)]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private final HuggingFaceTokenizer tokenizer;

    private WordPieces(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Cuts texts of any length, whatever the file says about truncation. */
    static WordPieces open(byte[] file) {
        return open(file, Map.of("truncation", "false", "padding", "false"));
    }

    /** Cuts sequences off at a number of pieces, [CLS] and [SEP] included, whatever the file says. */
    static WordPieces open(byte[] file, int longest) {
        return open(file, Map.of("truncation", "true", "maxLength", Integer.toString(longest), "padding", "false"));
    }

    private static WordPieces open(byte[] file, Map<String, String> options) {
        DeepJavaLibrary.prepare();
        try {
            return new WordPieces(HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(file), options));
        } catch (IOException e) {
            throw new UncheckedIOException("the tokenizer file can't be read", e);
        }
    }

    /** The ids of a text between [CLS] and [SEP]. */
    long[] sequence(String text) {
        return tokenizer.encode(plain(text), true, false).getIds();
    }

    /** The pieces of a text alone, with where they stand in it. */
    Pieces cut(String text) {
        Encoding encoding = tokenizer.encode(plain(text), false, false);
        CharSpan[] spans = encoding.getCharTokenSpans();
        var offsets = CharacterOffsets.of(text);
        return new Pieces(
                encoding.getIds(),
                each(spans, span -> offsets.start(span.getStart())),
                each(spans, span -> offsets.end(span.getEnd())));
    }

    /**
     * The text as the library must see it, of the same length: half a surrogate pair would shift all offsets after it,
     * and a text that spells a control piece would be taken for one. In small letters it is what it is, three pieces.
     */
    private static String plain(String text) {
        String paired = LONE_SURROGATE.matcher(text).replaceAll("\ufffd");
        return CONTROL_PIECE.matcher(paired).replaceAll(WordPieces::small);
    }

    private static String small(MatchResult control) {
        return control.group().toLowerCase(Locale.ROOT);
    }

    private static int[] each(CharSpan[] spans, ToIntFunction<CharSpan> offset) {
        return Arrays.stream(spans).mapToInt(offset).toArray();
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
