/** Log groups. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.logs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
