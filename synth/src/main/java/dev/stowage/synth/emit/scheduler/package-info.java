/** EventBridge: tasks that the clock starts, or an event. */
@NullMarked
@CheckReturnValue
package dev.stowage.synth.emit.scheduler;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
