/** Load balancers, listeners, and the routes that lead to services. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
