/** How do I start it? Commands, settings and the wiring of the object graph. */
@NullMarked
package footnote;

import org.jspecify.annotations.NullMarked;
