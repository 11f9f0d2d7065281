package footnote.search;

/**
 * How passages are ranked. {@link #usual()} holds the values chosen by {@code eval}; the others exist to measure.
 *
 * @param fusion how the legs' scores become one
 * @param keyword weight of the BM25 leg over passages; 0 leaves it out
 * @param vector weight of the vector leg; 0 leaves it out
 * @param document weight of the BM25 leg over whole documents; 0 leaves it out
 * @param context boost of title and headings against the text in the BM25 leg over passages
 * @param proximity boost of neighbouring words of the question that stand near each other; 0 leaves it out
 * @param candidates how many passages each leg offers
 * @param feedback how much the vectors of the three passages found best are added to the question's before its passages are
 *     scored again (pseudo-relevance feedback; Rocchio 1971, for dense vectors Li et al., arXiv 2108.11044); 0 leaves it out
 */
public record Ranking(
        Fusion fusion,
        double keyword,
        double vector,
        double document,
        float context,
        float proximity,
        int candidates,
        double feedback) {
    /** The two ways of fusing that have published figures on Lucene. */
    public enum Fusion {
        /** Weighted mean of the scores after min-max normalisation. */
        MIN_MAX,
        /** Reciprocal rank fusion, k = 60 (Cormack, Clarke and Büttcher, SIGIR 2009). */
        RECIPROCAL_RANK
    }

    public Ranking {
        if (keyword < 0 || vector < 0 || document < 0 || keyword + vector + document <= 0) {
            throw new IllegalArgumentException("weights must not be negative, and one must be positive, got " + keyword
                    + ", " + vector + ", " + document);
        }
        if (candidates < 1) {
            throw new IllegalArgumentException("candidates must be at least 1, got " + candidates);
        }
        if (feedback < 0) {
            throw new IllegalArgumentException("feedback must not be negative, got " + feedback);
        }
    }

    public static Ranking usual() {
        return new Ranking(Fusion.MIN_MAX, 1, 6, 3, 0.25f, 0.5f, 100, 0.5);
    }

    public static Ranking keywordOnly() {
        Ranking usual = usual();
        return new Ranking(usual.fusion, 1, 0, 0, usual.context, usual.proximity, usual.candidates, 0);
    }

    public static Ranking vectorOnly() {
        Ranking usual = usual();
        return new Ranking(usual.fusion, 0, 1, 0, usual.context, usual.proximity, usual.candidates, 0);
    }

    public Ranking with(Fusion other) {
        return new Ranking(other, keyword, vector, document, context, proximity, candidates, feedback);
    }
}
