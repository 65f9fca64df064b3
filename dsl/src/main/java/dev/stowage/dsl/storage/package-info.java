/** Where tasks keep things: volumes, file systems, buckets, tables, image repositories. */
@NullMarked
@CheckReturnValue
package dev.stowage.dsl.storage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
