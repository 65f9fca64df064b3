/** What AWS does with values: pure functions, each written once, that rules, assertions, simulator and local run share. */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.semantics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
