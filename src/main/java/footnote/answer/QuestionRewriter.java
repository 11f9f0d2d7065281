package footnote.answer;

import footnote.domain.Question;

/** Makes a follow-up stand alone, so that it can be searched for. Threads may share it. */
public interface QuestionRewriter {
    /** The question as it would be asked without the turns before; unchanged if it needs none of them. */
    String standAlone(Question question);
}
