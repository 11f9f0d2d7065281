package footnote.domain;

/**
 * What the index held when a question was asked.
 *
 * @param generation counts the commits; it never goes back
 */
public record IndexState(long generation, int documents, int passages) {}
