/** What happens by the clock. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.schedule;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
