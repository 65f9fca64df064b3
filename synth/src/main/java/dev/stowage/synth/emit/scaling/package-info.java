/** Counts that follow the load. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.scaling;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
