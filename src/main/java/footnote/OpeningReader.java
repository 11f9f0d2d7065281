package footnote;

import footnote.answer.SpanReader;
import footnote.model.OnnxSpanReader;
import java.util.List;

/** The span reader before it is loaded and after: the first question waits for it. */
record OpeningReader(Loading<SpanReader> model) implements SpanReader {
    OpeningReader() {
        this(new Loading<>(OnnxSpanReader::open));
    }

    @Override
    public List<Reading> read(String question, List<String> passages) {
        return model.await().read(question, passages);
    }

    @Override
    public void close() {
        model.then(SpanReader::close);
    }
}
