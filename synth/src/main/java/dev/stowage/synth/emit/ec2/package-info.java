/** Networks, subnets and security groups. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.ec2;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
