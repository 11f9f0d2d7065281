/** How fast is it? Measured by hand and on a quiet machine, never by a test. */
@NullMarked
package footnote.bench;

import org.jspecify.annotations.NullMarked;
