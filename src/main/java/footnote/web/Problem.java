package footnote.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What went wrong, in the form of RFC 9457.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param detail for a person to read
 * @param errors one for each bad field; empty if no field is to blame
 */
record Problem(String type, String title, int status, String detail, List<Fault> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** One bad field and the rule that it breaks. */
    record Fault(String field, String detail) {}

    Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String detail) {
        return of(status, detail, List.of());
    }

    static Problem of(int status, String detail, List<Fault> errors) {
        return new Problem("about:blank", HttpStatus.forStatus(status).getMessage(), status, detail, errors);
    }

    static Problem of(Fault fault) {
        return of(400, summary(List.of(fault)), List.of(fault));
    }

    static String summary(List<Fault> faults) {
        return faults.stream()
                .map(fault -> "'" + fault.field() + "' " + fault.detail())
                .collect(Collectors.joining("; "));
    }

    /** Answers with this problem, unless an answer is already on its way. */
    void sendTo(Context ctx) {
        if (!ctx.res().isCommitted()) {
            ctx.status(status).contentType(MEDIA_TYPE).result(Json.bytes(this));
        }
    }
}
