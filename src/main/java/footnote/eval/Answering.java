package footnote.eval;

import footnote.domain.AnswerEvent;

/** One way of answering. */
interface Answering {
    AnswerEvent.Ending answer(LabelledQuestion question);
}
