package footnote.web;

import footnote.answer.Assistant.AskerGone;
import footnote.domain.InvalidValue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table from what a handler throws to the problem that the client sees. */
final class ErrorMapping {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorMapping.class);

    /** nginx's own status, for metrics; nobody is there to read it. */
    private static final int CLIENT_LEFT = 499;

    private static final Map<Integer, String> DETAILS = Map.of(
            400, "The request is not well formed.",
            404, "There is nothing at this address.",
            405, "This address does not take this method.",
            408, "The request took too long to arrive.",
            413, "The body is too large.",
            414, "The address is too long.",
            415, "This form of body is not understood.",
            431, "The headers are too large.",
            503, "Footnote is busy, starting or stopping; try again in a moment.");

    private ErrorMapping() {}

    static void register(RoutesConfig routes) {
        routes.exception(Refusal.class, (refusal, ctx) -> refusal.sendTo(ctx));
        routes.exception(InvalidValue.class, (invalid, ctx) -> Problem.of(
                        new Problem.Fault(invalid.field(), String.valueOf(invalid.getMessage())))
                .sendTo(ctx));
        routes.exception(AnswerFailed.class, (failed, ctx) -> failed.problem().sendTo(ctx));
        routes.exception(AskerGone.class, (gone, ctx) -> ctx.status(CLIENT_LEFT));
        routes.exception(HttpResponseException.class, ErrorMapping::refused);
        routes.exception(Exception.class, ErrorMapping::broken);
    }

    /** What Javalin itself refuses. Its own words are for developers and may repeat what the client sent. */
    private static void refused(HttpResponseException refused, Context ctx) {
        if (refused instanceof MethodNotAllowedResponse) {
            refused.getDetails().values().stream().findFirst().ifPresent(all -> ctx.header(Header.ALLOW, all));
        }
        boolean ownWords = refused.getClass() == NotFoundResponse.class;
        String detail = ownWords ? String.valueOf(refused.getMessage()) : detail(refused.getStatus());
        Problem.of(refused.getStatus(), detail).sendTo(ctx);
    }

    private static void broken(Exception fault, Context ctx) {
        broken(fault).sendTo(ctx);
    }

    /** Logs a fault under a new id and says no more than the id. */
    static Problem broken(Throwable fault) {
        String id = UUID.randomUUID().toString();
        LOG.error("request {} failed", id, fault);
        return Problem.of(500, "The request met a fault. The log has more under the id " + id + ".");
    }

    /** What can be said of a status without knowing more. */
    static String detail(int status) {
        return DETAILS.getOrDefault(status, "The request can't be served.");
    }
}
