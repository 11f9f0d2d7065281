package footnote.web;

import io.javalin.http.Context;

/** {@code POST /api/feedback}: what people think of an answer, on disk before the reply goes out. */
final class FeedbackRoute {
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_COMMENT = 2_000;

    private final FeedbackFile file;

    FeedbackRoute(FeedbackFile file) {
        this.file = file;
    }

    void take(Context ctx) {
        Fields fields = JsonBody.read(ctx);
        String id = fields.text("id");
        String verdict = fields.word("verdict", "up", "down");
        String comment = fields.textIfGiven("comment");
        if (id.length() > LONGEST_ID) {
            fields.fault("id", "must have at most " + LONGEST_ID + " characters, got " + id.length());
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            fields.fault("comment", "must have at most " + LONGEST_COMMENT + " characters, got " + comment.length());
        }
        fields.check();
        file.keep(id, verdict.equals("up"), comment);
        ctx.status(204);
    }
}
