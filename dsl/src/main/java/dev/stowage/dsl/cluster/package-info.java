/** Clusters and the capacity they run on. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
