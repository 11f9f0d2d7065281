/** What tests share: small real corpora, and fakes written against public types. */
@NullMarked
package footnote.testing;

import org.jspecify.annotations.NullMarked;
