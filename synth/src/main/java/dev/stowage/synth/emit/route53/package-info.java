/** Hosted zones of Route 53, and the records in them. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.route53;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
