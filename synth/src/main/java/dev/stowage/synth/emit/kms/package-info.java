/** Keys. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.kms;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
