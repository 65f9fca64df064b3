/** Sizes of tasks on Fargate: a pair of CPU and memory that does not exist cannot be written. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.fargate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
