/** Does a passage say so? Every written sentence is held against the passages that it cites. */
@NullMarked
package footnote.answer.check;

import org.jspecify.annotations.NullMarked;
