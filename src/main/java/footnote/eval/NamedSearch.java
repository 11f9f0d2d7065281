package footnote.eval;

import footnote.search.PassageIndex;
import footnote.search.Ranking;
import java.util.List;

/** A way of finding passages under the name that the report gives it. */
public record NamedSearch(String name, PassageSearch search) {
    /** The legs of the index and their fusion. */
    public static List<NamedSearch> legsAndFusion(PassageIndex index) {
        return List.of(
                new NamedSearch("keyword", PassageSearch.of(index, Ranking.keywordOnly())),
                new NamedSearch("vector", PassageSearch.of(index, Ranking.vectorOnly())),
                new NamedSearch("fused", PassageSearch.of(index, Ranking.usual())));
    }
}
