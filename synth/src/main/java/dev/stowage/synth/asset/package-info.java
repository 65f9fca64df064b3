/** What goes into an asset: which files of a folder count, a hash of them, and a copy. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.asset;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
