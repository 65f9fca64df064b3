/** Tasks that start by the clock. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.scheduler;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
