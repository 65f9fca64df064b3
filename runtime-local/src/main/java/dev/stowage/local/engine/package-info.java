/** The outside as the core asks for it: an engine that carries out orders, and a fake one that only pretends. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
