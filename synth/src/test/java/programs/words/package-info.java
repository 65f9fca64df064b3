/** What comes out of each word of the language. */
@NullMarked
@CheckReturnValue
package programs.words;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
