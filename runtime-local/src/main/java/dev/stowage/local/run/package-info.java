/** One run of a stack: a loop on a thread of its own, the folder it is known by, and the socket it is steered through. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.run;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
