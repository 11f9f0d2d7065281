package footnote.answer.check;

import footnote.answer.PlantedText;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passages taken apart once, for all sentences of an answer. Orders to a writer or a machine are no ground. */
final class Ground {
    /**
     * A sentence of a passage.
     *
     * @param place counts the sentences of the passage
     */
    record Line(Passage passage, int place, Sentences.Span span, Wording wording) {
        /** Whether it says something by itself; a question may only help another line. */
        boolean tells() {
            return !Mood.asks(wording.text());
        }
    }

    private final Set<String> plain = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final List<List<Line>> lines = new ArrayList<>();
    private final List<Wording> particulars = new ArrayList<>();

    Ground(List<Passage> passages) {
        passages.forEach(passage -> learn(passage.text()));
        for (Passage passage : passages) {
            lines.add(lines(passage));
            particulars.add(wording(passage.title() + "\n" + passage.headings() + "\n"
                    + (passage.source() == null ? "" : passage.source())));
        }
    }

    private void learn(String text) {
        for (Sentences.Span sentence : Sentences.of(text)) {
            List<Word> words = Words.of(sentence.of(text));
            for (int at = 0; at < words.size(); at++) {
                Word word = words.get(at);
                if (!word.capital()) {
                    plain.add(word.stem());
                } else if (at > 0) {
                    known.add(word.stem());
                }
            }
        }
    }

    private List<Line> lines(Passage passage) {
        List<Sentences.Span> planted = PlantedText.in(passage.text());
        List<Line> found = new ArrayList<>();
        int place = 0;
        for (Sentences.Span span : Sentences.of(passage.text())) {
            place++;
            String said = span.of(passage.text());
            boolean told = planted.stream().noneMatch(bad -> bad.start() < span.end() && span.start() < bad.end());
            if (told && !Mood.orders(said)) {
                found.add(new Line(passage, place, span, wording(said)));
            }
        }
        return List.copyOf(found);
    }

    Wording wording(String text) {
        return Wording.of(text, plain, known);
    }

    /** The sentences of the passage at a place, from 0. */
    List<Line> lines(int at) {
        return lines.get(at);
    }

    /** Title, headings and source of the passage at a place, from 0. */
    Wording particulars(int at) {
        return particulars.get(at);
    }

    int size() {
        return lines.size();
    }
}
