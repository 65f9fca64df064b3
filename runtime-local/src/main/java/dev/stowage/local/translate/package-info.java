/** From a model to what it asks of one machine: every property that a local run honours, and a word about every one that it does not. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.translate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
