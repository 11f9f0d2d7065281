package footnote.web;

import footnote.domain.AnswerEvent;

/** The assistant ended a question with a fault, which it has logged. */
final class AnswerFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AnswerFailed(String message) {
        super(message);
    }

    static AnswerFailed of(AnswerEvent.Failed failed) {
        return new AnswerFailed(failed.message() + " The log has more under the id " + failed.id() + ".");
    }

    Problem problem() {
        return Problem.of(500, String.valueOf(getMessage()));
    }
}
