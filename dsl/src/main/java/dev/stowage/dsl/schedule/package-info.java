/** Tasks that the clock starts, or an event. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
