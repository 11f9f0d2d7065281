/** Stand-ins for the slow and the far, written against public types. */
@NullMarked
package footnote.testing;

import org.jspecify.annotations.NullMarked;
