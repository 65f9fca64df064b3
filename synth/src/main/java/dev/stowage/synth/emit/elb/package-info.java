/** Load balancers, listeners, rules and target groups. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.elb;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
