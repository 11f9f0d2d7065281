package footnote.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How a question and a passage are laid out for the reader: {@code [CLS] question [SEP] passage [SEP]}, a long passage
 * in windows that overlap. The numbers belong to the model and come in the file beside it.
 *
 * @param longest the most pieces in one sequence
 * @param stride how many pieces of the passage the next window begins further on
 * @param longestQuestion the most pieces of a question; the rest is not read
 * @param longestAnswer the most pieces of a span
 * @param classify the id of [CLS]
 * @param separate the id of [SEP]
 * @param leastOdds of a span that is an answer, in logits
 */
record ReaderLayout(
        int longest,
        int stride,
        int longestQuestion,
        int longestAnswer,
        long classify,
        long separate,
        double leastOdds) {
    private static final int SPECIAL_PIECES = 3;

    ReaderLayout {
        if (stride < 1 || longestAnswer < 1 || longest - longestQuestion - SPECIAL_PIECES < stride) {
            throw new IllegalArgumentException(
                    "a window must be longer than its stride, got length %d, question %d, stride %d, answer %d"
                            .formatted(longest, longestQuestion, stride, longestAnswer));
        }
    }

    static ReaderLayout read(byte[] json) {
        try {
            var file = new ObjectMapper().readTree(json);
            var ids = file.required("special_ids");
            return new ReaderLayout(
                    file.required("max_length").asInt(),
                    file.required("stride").asInt(),
                    file.required("max_question_tokens").asInt(),
                    file.required("max_answer_tokens").asInt(),
                    ids.required("cls").asLong(),
                    ids.required("sep").asLong(),
                    -file.required("no_answer").required("threshold").asDouble());
        } catch (IOException e) {
            throw new UncheckedIOException("the reader's settings can't be read", e);
        }
    }

    /** The windows that cover a passage; none if it has no pieces. */
    List<Window> windows(Pieces question, Pieces passage) {
        int asked = Math.min(question.count(), longestQuestion);
        int room = longest - asked - SPECIAL_PIECES;
        var windows = new ArrayList<Window>();
        int end = 0;
        for (int first = 0; end < passage.count(); first += stride) {
            end = Math.min(first + room, passage.count());
            windows.add(new Window(asked, first, end - first));
        }
        return windows;
    }

    long[] ids(Window window, Pieces question, Pieces passage) {
        long[] ids = new long[window.length()];
        ids[0] = classify;
        question.copy(0, window.question(), ids, 1);
        ids[window.offset() - 1] = separate;
        passage.copy(window.first(), window.count(), ids, window.offset());
        ids[ids.length - 1] = separate;
        return ids;
    }

    /** 0 up to the first [SEP], 1 from there on. */
    long[] types(Window window) {
        long[] types = new long[window.length()];
        Arrays.fill(types, window.offset(), types.length, 1);
        return types;
    }
}
