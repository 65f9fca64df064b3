/** Translates the load balancers, listeners, rules and target groups of a model into those of a local run. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.translate.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
