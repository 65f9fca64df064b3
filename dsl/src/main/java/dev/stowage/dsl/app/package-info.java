/** Apps, stacks, and the words that all things share. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.app;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
