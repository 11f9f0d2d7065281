package footnote.web;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;

/** A request that is not served. The message and the faults name the rule that it breaks, and may be shown to anyone. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Problem.Fault> faults;
    private final long seconds;

    private Refusal(int status, String detail, List<Problem.Fault> faults, long seconds) {
        super(detail);
        this.status = status;
        this.faults = List.copyOf(faults);
        this.seconds = seconds;
    }

    static Refusal of(int status, String detail) {
        return new Refusal(status, detail, List.of(), 0);
    }

    /** @param faults at least one */
    static Refusal of(List<Problem.Fault> faults) {
        return new Refusal(400, Problem.summary(faults), faults, 0);
    }

    /** A request that may be served when it comes again after some seconds. */
    static Refusal later(int status, String detail, long seconds) {
        return new Refusal(status, detail, List.of(), seconds);
    }

    void sendTo(Context ctx) {
        if (seconds > 0) {
            ctx.header(Header.RETRY_AFTER, Long.toString(seconds));
        }
        problem().sendTo(ctx);
    }

    Problem problem() {
        return Problem.of(status, String.valueOf(getMessage()), faults);
    }
}
