/** APIs of Amazon API Gateway that lead requests from the internet to services. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
