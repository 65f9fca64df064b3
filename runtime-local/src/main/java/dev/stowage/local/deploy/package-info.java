/** How one revision of a service takes the place of another: deployments, their states, and the circuit breaker. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.deploy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
