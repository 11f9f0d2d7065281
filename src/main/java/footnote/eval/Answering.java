package footnote.eval;

import footnote.domain.AnswerEvent;

/** One way of answering. */
public interface Answering {
    AnswerEvent.Ending answer(LabelledQuestion question);
}
