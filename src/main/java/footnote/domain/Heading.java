package footnote.domain;

/**
 * A heading inside a document's text.
 *
 * @param start where its line begins, in UTF-16 units of the document's text
 * @param end where its line ends
 * @param level 1 for the outermost
 * @param text its words, without markup
 */
public record Heading(int start, int end, int level, String text) {}
