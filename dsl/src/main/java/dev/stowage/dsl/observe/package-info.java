/** Alarms, and the signs of trouble that set them off. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.observe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
