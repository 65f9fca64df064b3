/** What time it is: a clock that waits, one that is turned by hand, and how much faster than AWS a run goes. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.clock;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
