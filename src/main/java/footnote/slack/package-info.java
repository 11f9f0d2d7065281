/** How does a channel ask? Slack's events come in, answers go into their threads. */
@NullMarked
package footnote.slack;

import org.jspecify.annotations.NullMarked;
