package footnote.web;

import footnote.domain.Document;
import footnote.domain.Passage;
import footnote.search.PassageIndex;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/documents}: what can be cited, page by page or one document whole. */
final class DocumentRoute {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int FARTHEST = 1_000_000;

    private final PassageIndex index;

    DocumentRoute(PassageIndex index) {
        this.index = index;
    }

    void list(Context ctx) {
        Fields fields = QueryString.read(ctx);
        int offset = fields.number("offset", 0, 0, FARTHEST);
        int limit = fields.number("limit", USUAL, 1, MOST);
        fields.check();
        List<Entry> page =
                index.documents(offset, limit).stream().map(Entry::of).toList();
        Json.reply(ctx, new Page(index.state().documents(), page));
    }

    void one(Context ctx) {
        QueryString.read(ctx).check();
        Json.reply(
                ctx,
                index.document(ctx.pathParam("id"))
                        .map(Whole::of)
                        .orElseThrow(() -> new NotFoundResponse("There is no document of this id.")));
    }

    private record Page(int total, List<Entry> documents) {}

    private record Entry(
            String id,
            String title,
            @Nullable LocalDate date,
            @Nullable String source,
            @Nullable String url,
            int passages) {
        static Entry of(PassageIndex.Listed listed) {
            Document document = listed.document();
            return new Entry(
                    document.id(),
                    document.title(),
                    document.date(),
                    document.source(),
                    document.url(),
                    listed.passages());
        }
    }

    private record Span(String id, int start, int end) {
        static Span of(Passage passage) {
            return new Span(passage.id(), passage.start(), passage.end());
        }
    }

    private record Whole(
            String id,
            String title,
            @Nullable LocalDate date,
            @Nullable String source,
            @Nullable String url,
            String text,
            List<Span> passages) {
        static Whole of(PassageIndex.IndexedDocument indexed) {
            Document document = indexed.document();
            return new Whole(
                    document.id(),
                    document.title(),
                    document.date(),
                    document.source(),
                    document.url(),
                    document.text(),
                    indexed.passages().stream().map(Span::of).toList());
        }
    }
}
