package footnote.eval;

import java.util.List;

/** One way of finding documents. */
interface Retrieval {
    Ranking ranking(LabelledQuestion question);

    /**
     * What was found.
     *
     * @param documents the ids of the best documents, each once, best first; a hundred if so many can be found
     * @param millis how long a user would have waited for the top of it
     */
    record Ranking(List<String> documents, double millis) {
        public Ranking {
            documents = List.copyOf(documents);
        }
    }
}
