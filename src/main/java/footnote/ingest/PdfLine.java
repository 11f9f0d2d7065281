package footnote.ingest;

/**
 * One line of a page.
 *
 * @param size of most of its letters, in points, to the half
 * @param bold whether most of its letters are
 * @param starts whether it begins a paragraph
 */
record PdfLine(String text, double size, boolean bold, boolean starts) {}
