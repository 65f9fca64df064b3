/** Topics. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.sns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
