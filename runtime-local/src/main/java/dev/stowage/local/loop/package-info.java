/** The loop around the core: it looks, plans, gives orders and sleeps, on any engine and on any clock. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.loop;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
