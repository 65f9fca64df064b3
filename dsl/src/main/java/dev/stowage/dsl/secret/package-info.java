/** Secrets: what containers are handed and nobody else may see. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.secret;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
