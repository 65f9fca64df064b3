/** Who may do what, and the keys that keep others out. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
