package footnote.web;

import java.util.List;

/** A request that is not served. The message and the faults name the rule that it breaks, and may be shown to anyone. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<Problem.Fault> faults;

    private Refusal(int status, String detail, List<Problem.Fault> faults) {
        super(detail);
        this.status = status;
        this.faults = List.copyOf(faults);
    }

    static Refusal of(int status, String detail) {
        return new Refusal(status, detail, List.of());
    }

    /** @param faults at least one */
    static Refusal of(List<Problem.Fault> faults) {
        return new Refusal(400, Problem.summary(faults), faults);
    }

    Problem problem() {
        return Problem.of(status, String.valueOf(getMessage()), faults);
    }
}
