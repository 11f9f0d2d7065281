/** What may we say? A question becomes evidence, and evidence a cited answer or a refusal. */
@NullMarked
package footnote.answer;

import org.jspecify.annotations.NullMarked;
