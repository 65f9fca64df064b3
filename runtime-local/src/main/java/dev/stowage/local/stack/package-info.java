/** What a model asks of one machine, fully worked out: values without expressions, for the engine, the traffic and the loop. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.stack;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
