package footnote.eval;

import footnote.answer.Assistant;
import footnote.answer.EvidenceFinder;
import footnote.domain.IndexState;
import footnote.search.PassageIndex;
import java.util.List;
import java.util.function.Supplier;

/** What is measured, made anew on the index of a question set. */
public interface Subject {
    /** Ways of searching, in the report's order; the last one is the product's own. At least one. */
    List<NamedSearch> searches(PassageIndex index);

    /** How the product finds what it answers from. */
    EvidenceFinder finder(PassageIndex index);

    /** How the product answers from what a finder finds. */
    Assistant assistant(EvidenceFinder finder, Supplier<IndexState> index);
}
