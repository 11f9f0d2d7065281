package footnote.domain;

/** A passage that search found. Scores compare within one search only; higher is better. */
public record Hit(Passage passage, double score) {}
