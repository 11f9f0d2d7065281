/** What are we talking about? Values that every other package shares; the JDK and JSpecify only. */
@NullMarked
package footnote.domain;

import org.jspecify.annotations.NullMarked;
