/** Buckets. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.s3;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
