/** Secrets that are made here. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.secretsmanager;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
