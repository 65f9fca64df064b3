/** CodeDeploy: applications, deployment groups and configurations. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.codedeploy;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
