/**
 * The second net under the rules: whether the resources of a template have the shape that the facts about their types
 * tell.
 */
@NullMarked
@CheckReturnValue
package dev.stowage.schema.conformance;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
