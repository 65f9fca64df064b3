/** Who may do what. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
