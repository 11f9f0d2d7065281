/** Where is it written? One Lucene index of documents and passages, its legs and their fusion. */
@NullMarked
package footnote.search;

import org.jspecify.annotations.NullMarked;
