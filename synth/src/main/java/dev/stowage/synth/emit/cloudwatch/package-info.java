/** Alarms. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.cloudwatch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
