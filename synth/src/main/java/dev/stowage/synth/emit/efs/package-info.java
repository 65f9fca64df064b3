/** File systems, and who may mount them. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.efs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
