/** How do the local models run? ONNX Runtime in process, behind the seams of search and answer. */
@NullMarked
package footnote.model;

import org.jspecify.annotations.NullMarked;
