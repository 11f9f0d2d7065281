package footnote.web;

import footnote.answer.Assistant;
import footnote.domain.Answer;
import footnote.domain.AnswerEvent;
import footnote.domain.Question;
import footnote.domain.Turn;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** {@code POST /api/ask}: one question, answered whole or event by event. */
final class AskRoute {
    private final Assistant assistant;
    private final Supplier<LocalDate> today;

    AskRoute(Assistant assistant, Supplier<LocalDate> today) {
        this.assistant = assistant;
        this.today = today;
    }

    void ask(Context ctx) throws IOException {
        ReplyForm form = ReplyForm.of(ctx.header(Header.ACCEPT));
        Question question = question(JsonBody.read(ctx));
        switch (form) {
            case JSON -> Json.reply(ctx, answer(question));
            case EVENTS -> assistant.ask(question, EventWriter.open(ctx));
        }
    }

    private Question question(Fields fields) {
        var text = fields.text("question");
        var history = fields.list("history", Question.MOST_TURNS, AskRoute::turn);
        var from = fields.date("from");
        var to = fields.date("to");
        var asOf = Optional.ofNullable(fields.date("asOf")).orElseGet(today);
        int limit = fields.number("limit", Question.USUAL_PASSAGES, 1, Question.MOST_PASSAGES);
        fields.check();
        return new Question(text, history, from, to, asOf, limit);
    }

    private static Turn turn(Fields fields) {
        boolean asked = fields.word("role", "user", "assistant").equals("user");
        return new Turn(asked ? Turn.Role.USER : Turn.Role.ASSISTANT, fields.text("text"));
    }

    private Answer answer(Question question) {
        AtomicReference<AnswerEvent> last = new AtomicReference<>();
        assistant.ask(question, last::set);
        return switch (last.get()) {
            case AnswerEvent.Completed completed -> completed.answer();
            case AnswerEvent.Declined declined -> declined.closest();
            case AnswerEvent.Failed failed -> throw AnswerFailed.of(failed);
            case AnswerEvent.Sources unfinished -> throw unended();
            case AnswerEvent.Text unfinished -> throw unended();
        };
    }

    private static IllegalStateException unended() {
        return new IllegalStateException("a question must close with an ending");
    }
}
