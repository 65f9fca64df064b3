/** Certificates. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.acm;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
