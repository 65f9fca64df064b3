/** Where a task runs: simulated container instances, and the constraints and strategies that choose among them. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.place;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
