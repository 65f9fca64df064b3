/** Tables. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.dynamodb;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
