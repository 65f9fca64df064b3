/** What a local run does otherwise than AWS: one name for each difference, and the one place that words it. */
@NullMarked
@CheckReturnValue
package dev.stowage.local.gap;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
