/** Clusters, services and task definitions. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.ecs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
