/** What a load balancer does with a request: which rule takes it, where it goes, and what is said about where it came from. */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.semantics.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
