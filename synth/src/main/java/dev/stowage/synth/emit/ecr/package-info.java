/** Image repositories, and images that are built at deployment. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.ecr;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
