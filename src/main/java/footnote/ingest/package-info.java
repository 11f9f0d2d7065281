/** What do we know? A folder of files becomes documents, passages and vectors. */
@NullMarked
package footnote.ingest;

import org.jspecify.annotations.NullMarked;
