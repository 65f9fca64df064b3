/** Roles, derived from what a service does, with no more rights than that. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.iam;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
