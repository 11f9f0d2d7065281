package footnote.web;

import footnote.domain.Question;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.LocalDate;
import java.util.function.Supplier;

/** {@code POST /api/ask}: one question, answered whole or event by event. */
final class AskRoute {
    private final QuestionDesk desk;
    private final Supplier<LocalDate> today;
    private final Heartbeat heartbeat;

    AskRoute(QuestionDesk desk, Supplier<LocalDate> today, Heartbeat heartbeat) {
        this.desk = desk;
        this.today = today;
        this.heartbeat = heartbeat;
    }

    void ask(Context ctx) {
        Question question = QuestionFields.read(JsonBody.read(ctx), today);
        switch (ReplyForm.of(ctx.header(Header.ACCEPT))) {
            case JSON -> Json.reply(ctx, desk.answer(question, ctx));
            case EVENTS -> stream(ctx, question);
        }
    }

    private void stream(Context ctx, Question question) {
        try (EventStream stream = new EventStream(ctx, heartbeat)) {
            desk.ask(question, new EventWriter(stream));
        }
    }
}
