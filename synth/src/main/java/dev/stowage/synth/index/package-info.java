/** What several readers of a graph would otherwise each work out: who forwards to whom, between which counts a service moves. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.index;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
