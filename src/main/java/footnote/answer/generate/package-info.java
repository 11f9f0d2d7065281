/** How does a language model write the answer? The pipeline around LangChain4j's models. */
@NullMarked
package footnote.answer.generate;

import org.jspecify.annotations.NullMarked;
