package footnote.eval;

import java.util.List;

/** One way of finding documents. */
public interface Retrieval {
    /** The ids of the best documents, each once, best first; a hundred if the corpus has as many. */
    List<String> ranking(LabelledQuestion question);
}
