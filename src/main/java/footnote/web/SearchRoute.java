package footnote.web;

import footnote.domain.Hit;
import footnote.domain.Question;
import footnote.search.PassageIndex;
import footnote.search.PassageQuery;
import footnote.search.Ranking;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** {@code GET /api/search}: ranked passages, no answer. */
final class SearchRoute {
    private final PassageIndex index;
    private final Supplier<LocalDate> today;

    SearchRoute(PassageIndex index, Supplier<LocalDate> today) {
        this.index = index;
        this.today = today;
    }

    void search(Context ctx) {
        Json.reply(ctx, new Found(index.search(query("q", QueryString.read(ctx), today))));
    }

    /** @param name what the field of the words is called */
    static PassageQuery query(String name, Fields fields, Supplier<LocalDate> today) {
        var text = fields.text(name);
        var from = fields.date("from");
        var to = fields.date("to");
        int limit = fields.number("limit", Question.USUAL_PASSAGES, 1, Question.MOST_PASSAGES);
        fields.check();
        var checked = new Question(Question.checked(name, text), List.of(), from, to, today.get(), limit);
        return new PassageQuery(checked.text(), from, to, null, limit, Ranking.usual());
    }

    /** The public form of what was found. */
    record Found(List<Hit> sources) {}
}
