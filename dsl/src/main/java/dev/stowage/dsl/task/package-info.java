/** Tasks, and the containers in them. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.task;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
