/** What publishing a model does: the commands of a POSIX shell that build, upload and deploy, in order. None is executed. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.publish;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
