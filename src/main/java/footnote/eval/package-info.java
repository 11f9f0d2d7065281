/** Is it any good? Question sets, the field's metrics, and one report. */
@NullMarked
package footnote.eval;

import org.jspecify.annotations.NullMarked;
