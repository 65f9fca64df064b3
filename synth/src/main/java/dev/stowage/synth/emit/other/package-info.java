/** Resources that the language has no words for. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.other;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
