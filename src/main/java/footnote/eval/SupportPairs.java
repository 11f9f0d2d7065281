package footnote.eval;

import footnote.domain.Document;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import footnote.eval.SupportPair.Change;
import footnote.eval.SupportPair.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes pairs of a supported and a subtly unsupported sentence from a question set; the same set gives the same pairs. */
final class SupportPairs {
    private static final int OTHERS = 3;
    private static final Pattern ASKS_FOR_SUBJECT = Pattern.compile(
            "(?i)who (?!(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|else)\\b)(\\p{L}(?:(?! did | does | do ).)*)\\?");
    private static final Pattern ASKS_WHO_IT_WAS =
            Pattern.compile("(?i)who ((?:is|was|are|were) (?:the|a|an) (?:\\p{Ll}+ ).*)\\?");

    private final QuestionSet set;
    private final Map<String, Document> documents;

    SupportPairs(QuestionSet set) {
        this.set = set;
        documents = set.documents().stream().collect(Collectors.toMap(Document::id, Function.identity()));
    }

    /** At most so many pairs, evenly over the set: half of either form where it goes, the rarest change first. */
    List<SupportPair> pairs(int most) {
        List<LabelledQuestion> questions = set.questions().stream()
                .filter(question -> question.answerable() && !question.given().isEmpty())
                .toList();
        Map<Change, Integer> made = new EnumMap<>(Change.class);
        List<SupportPair> pairs = new ArrayList<>();
        for (Form form : Form.values()) {
            List<LabelledQuestion> fitting = questions.stream()
                    .filter(question -> right(question, form).isPresent())
                    .toList();
            int wanted = form == Form.SENTENCE ? most : most / 2;
            double step = Math.max(1.0, fitting.size() / (1.5 * (wanted - pairs.size())));
            for (double at = 0; at < fitting.size() && pairs.size() < wanted; at += step) {
                pair(fitting.get((int) at), form, made).ifPresent(pairs::add);
            }
        }
        return List.copyOf(pairs);
    }

    private Optional<SupportPair> pair(LabelledQuestion question, Form form, Map<Change, Integer> made) {
        List<Passage> passages = passages(document(question));
        String right = right(question, form).orElseThrow();
        List<Change> rarestFirst = Arrays.stream(Change.values())
                .sorted(Comparator.comparingInt(change -> made.getOrDefault(change, 0)))
                .toList();
        for (Change change : rarestFirst) {
            Optional<String> wrong = WrongSentence.of(right, change, passages);
            if (wrong.isPresent()) {
                made.merge(change, 1, Integer::sum);
                return Optional.of(new SupportPair(passages, form, right, change, wrong.get()));
            }
        }
        return Optional.empty();
    }

    private Document document(LabelledQuestion question) {
        String id = question.given().getFirst();
        return Objects.requireNonNull(documents.get(id), () -> "no document " + id);
    }

    private Optional<String> right(LabelledQuestion question, Form form) {
        String answer = question.golds().isEmpty() ? "" : question.golds().getFirst();
        return switch (form) {
            case ANSWERED_QUESTION -> answered(question.text(), answer);
            case SENTENCE -> sentence(document(question).text(), answer);
        };
    }

    /** The question as a statement where the answer is its subject. */
    private static Optional<String> answered(String question, String answer) {
        for (Pattern pattern : List.of(ASKS_FOR_SUBJECT, ASKS_WHO_IT_WAS)) {
            var asks = pattern.matcher(question.strip());
            if (asks.matches()) {
                return Optional.of(answer + " " + asks.group(1) + ".");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> sentence(String text, String answer) {
        return Sentences.of(text).stream()
                .map(span -> span.of(text))
                .filter(sentence -> sentence.contains(answer))
                .findFirst();
    }

    private List<Passage> passages(Document document) {
        List<Passage> passages = new ArrayList<>(List.of(whole(document)));
        set.documents().stream()
                .filter(other ->
                        other.title().equals(document.title()) && !other.id().equals(document.id()))
                .limit(OTHERS)
                .forEach(other -> passages.add(whole(other)));
        return passages;
    }

    private static Passage whole(Document document) {
        return Passage.of(document, "", 0, document.text().length());
    }
}
