package footnote.testing;

import footnote.answer.Answerer;
import footnote.answer.Assistant;
import footnote.answer.Draft;
import footnote.answer.Evidence;
import footnote.domain.Passage;
import footnote.domain.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does what the question asks for: words in it make the answerer slow, fail, break off, decline or add a notice; without
 * any it quotes the first sentence of the first three passages.
 */
public final class ScriptedAnswerer implements Answerer {
    private static final int QUOTES = 3;
    private static final int PATIENCE_SECONDS = 20;

    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private final List<Evidence> asked = new ArrayList<>();

    @Override
    public String name() {
        return "scripted";
    }

    /** Lets every slow answer go on. */
    public void release() {
        released.countDown();
    }

    /** Whether, within some seconds, a slow answer was left by its asker. */
    public boolean wasLeft() throws InterruptedException {
        return left.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public List<Evidence> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    @Override
    public Draft answer(Evidence evidence, Consumer<String> pieces) {
        synchronized (asked) {
            asked.add(evidence);
        }
        String question = evidence.question().text();
        if (question.contains("decline")) {
            return new Draft(List.of(), null, 0.08, null, name(), null);
        }
        List<Draft.Statement> statements = statements(evidence);
        for (Draft.Statement statement : statements) {
            say(statement.text(), question, pieces);
        }
        String notice =
                question.contains("notice") ? "The model was out of reach, so another answerer stood in." : null;
        return new Draft(statements, null, 0.93, 1.0, name(), notice);
    }

    private void say(String sentence, String question, Consumer<String> pieces) {
        for (String word : sentence.split("(?<= )", -1)) {
            pieces.accept(word);
        }
        pieces.accept(" ");
        if (question.contains("slow")) {
            waitFor(pieces);
        }
        if (question.contains("fail")) {
            throw new IllegalStateException("scripted to fail");
        }
        if (question.contains("break off")) {
            throw new Assistant.AskerGone(null);
        }
    }

    /** Writes on, a blank at a time, as a model does that still thinks: so, or by an interrupt, it hears that nobody listens. */
    private void waitFor(Consumer<String> pieces) {
        try {
            for (int second = 0; second < PATIENCE_SECONDS * 20; second++) {
                if (released.await(50, TimeUnit.MILLISECONDS)) {
                    return;
                }
                pieces.accept(" ");
            }
        } catch (InterruptedException e) {
            left.countDown();
            Thread.currentThread().interrupt();
        } catch (RuntimeException gone) {
            left.countDown();
            throw gone;
        }
    }

    private static List<Draft.Statement> statements(Evidence evidence) {
        return evidence.passages().stream()
                .limit(QUOTES)
                .map(ScriptedAnswerer::statement)
                .toList();
    }

    private static Draft.Statement statement(Passage passage) {
        Sentences.Span first = Sentences.of(passage.text()).getFirst();
        return new Draft.Statement(
                first.of(passage.text()), List.of(new Draft.Quote(passage, first.start(), first.end())));
    }
}
