/** Reports as text: source lines with carets for people, single lines for logs, JSON for machines. */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.diagnostic.format;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
