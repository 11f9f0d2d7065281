package footnote.web;

import footnote.domain.Question;
import footnote.domain.Turn;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a question from the fields of the public API. */
final class QuestionFields {
    private QuestionFields() {}

    static Question read(Fields fields, Supplier<LocalDate> today) {
        var text = fields.text("question");
        var history = fields.list("history", Question.MOST_TURNS, QuestionFields::turn);
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
}
