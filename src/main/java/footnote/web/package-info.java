/** How does a browser or a script ask? HTTP in, JSON, events or a problem out. */
@NullMarked
package footnote.web;

import org.jspecify.annotations.NullMarked;
