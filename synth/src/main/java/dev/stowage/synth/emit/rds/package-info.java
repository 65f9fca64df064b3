/** Databases of Amazon RDS and Aurora. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.rds;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
